package org.photobridge.simulator.directory;

/**
 * What SharePoint holds for a person when the simulator starts. "Current" is the picture that Exchange has
 * ({@link PhotoStore#current}), "earlier" the one it had before ({@link PhotoStore#earlier}).
 */
public enum SharePointStart {
    /** The user profile application doesn't know the person. */
    NO_PROFILE,
    /** Only the few properties of an Education tenant's stub. */
    STUB_PROFILE,
    /** A profile with all four picture properties empty, no files. */
    NO_PHOTO,
    /** Pulled by SharePoint: current picture, re-encoded, files by object id, sync state 1. */
    IN_SYNC_PULLED,
    /** The same by an older pull: files by account form. */
    IN_SYNC_ACCOUNT_FORM,
    /** Earlier picture, files by object id. */
    STALE,
    /** Earlier picture, files by account form. */
    STALE_ACCOUNT_FORM,
    /** Earlier picture, files by account form of the sign-in name before a rename ("old." + local part). */
    STALE_RENAMED,
    /** Earlier picture and its PictureURL, but placeholder state 1: readers show a placeholder. */
    PLACEHOLDER_WITH_URL,
    /** PictureURL on another host, no files here. */
    FOREIGN_HOST,
    /** PictureURL points at the object-id files of the person with index 0. */
    SOMEBODY_ELSES_FILE,
    /** Current picture, its large thumbnail only 96 px wide. */
    SMALLER_COPY,
    /** Current picture by an admin's script, its large thumbnail 300 px wide: better than the source's 96. */
    LARGER_COPY,
    /** PictureURL by object id, but the files are gone. */
    FILES_GONE;

    /** Whether the pictures count as agreeing, for the mix of the demo tenant. */
    public boolean isInSync() {
        return this == IN_SYNC_PULLED || this == IN_SYNC_ACCOUNT_FORM || this == LARGER_COPY;
    }
}
