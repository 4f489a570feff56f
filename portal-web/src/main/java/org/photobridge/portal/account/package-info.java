/** The admin's view of people and groups: lists, the person page, verdicts, side-by-side pictures. */
package org.photobridge.portal.account;
