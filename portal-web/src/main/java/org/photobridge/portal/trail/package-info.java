/** Reading the audit: its page, exports, and the verification of its chain. */
package org.photobridge.portal.trail;
