/** What the portal's own tests stand on: the deployed portal, a browser, both databases. */
package org.photobridge.portal.test;
