package org.photobridge.spi;

/** What an open end can do beyond the minimum. Flows from the provider to the host only. */
public enum Capability {
    /** A source: lists groups and their members. */
    GROUPS,
    /** A source: searches its directory live. */
    SEARCH,
    /** A target: can remove a picture. */
    REMOVE,
    /** A target: gives snapshots and restores them. */
    RESTORE,
    /** A target: can tell what the service serves after a write. */
    VERIFY,
    /** A target: can fetch the picture that the service itself shows of a person. */
    SERVED_PICTURE
}
