/** The manual inside the portal. */
package org.photobridge.portal.help;
