/**
 * SharePoint Online on three hosts (root, -my, -admin): user profiles, the files behind profile pictures, and the page
 * that serves them. Behaviour is labelled <em>documented</em>, <em>observed</em> or <em>invented</em> where it is coded.
 */
package org.photobridge.simulator.sharepoint;
