/** REST under {@code /api/v1}, for scripts: a bearer token, JSON, and errors as RFC 9457 problems. */
package org.photobridge.portal.api;
