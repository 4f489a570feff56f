package org.photobridge.sharepoint;

/**
 * A person whose profile was read.
 *
 * @param location where a write puts the thumbnails
 * @param showsOwn whether PictureURL names that very place
 */
record Person(Profile profile, Ownership ownership, PictureLocation location, boolean showsOwn) {
    PictureProperties picture() {
        return profile.picture();
    }
}
