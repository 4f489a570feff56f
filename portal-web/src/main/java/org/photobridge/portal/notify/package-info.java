/** Tells people by mail and webhook what happened: channels, an outbox, and who watches for what. */
package org.photobridge.portal.notify;
