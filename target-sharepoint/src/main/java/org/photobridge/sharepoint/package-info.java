/**
 * The photo target SharePoint Online: three thumbnails in the my-site host's {@code User Photos} library and four
 * properties of the person's profile.
 *
 * <p>From the outside in: {@link org.photobridge.sharepoint.SharePointTarget} takes a batch of people through reading,
 * writing, verifying, removing or restoring; those speak of profiles and thumbnails; below them is one class that sends a
 * request to one of the tenant's three hosts, and one that signs in.
 */
package org.photobridge.sharepoint;
