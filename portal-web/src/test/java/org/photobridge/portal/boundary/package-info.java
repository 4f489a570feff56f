/** The portal's boundaries, probed from outside: what a stranger, a foreign site or a hostile tenant may try. */
package org.photobridge.portal.boundary;
