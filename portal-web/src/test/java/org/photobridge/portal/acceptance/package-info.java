/** What the portal promises as a whole, seen from outside: by REST, and by what Microsoft 365 is asked and holds then. */
package org.photobridge.portal.acceptance;
