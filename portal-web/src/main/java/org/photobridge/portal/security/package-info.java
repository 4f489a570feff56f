/** Sign-in, roles and the caller of the moment. */
package org.photobridge.portal.security;
