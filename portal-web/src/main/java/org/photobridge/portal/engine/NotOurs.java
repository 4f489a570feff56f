package org.photobridge.portal.engine;

/** What to do with a different picture that isn't ours, or that someone else changed since our write. */
public enum NotOurs {
    OVERWRITE,
    KEEP,
    /** Keep it and say that somebody should decide. */
    ASK
}
