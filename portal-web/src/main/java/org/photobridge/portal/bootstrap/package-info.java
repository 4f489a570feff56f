/** The file that sets a portal up at its first start: app registrations, connections, plans, API tokens. */
package org.photobridge.portal.bootstrap;
