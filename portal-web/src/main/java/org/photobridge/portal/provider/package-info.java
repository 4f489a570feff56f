/** Provider modules: finding, checking, installing, loading and lending them, and the page that lists them. */
package org.photobridge.portal.provider;
