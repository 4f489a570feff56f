/** How long things are kept: what an admin chooses, and the nightly removal of what is older. */
package org.photobridge.portal.retention;
