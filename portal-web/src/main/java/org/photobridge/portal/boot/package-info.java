/** How the portal is started from a command line; runs outside the server and knows nothing but the JDK. */
package org.photobridge.portal.boot;
