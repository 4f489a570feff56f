/** What the people who run the portal look at: metrics, and the support bundle. */
package org.photobridge.portal.operations;
