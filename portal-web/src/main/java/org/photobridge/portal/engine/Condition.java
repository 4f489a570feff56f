package org.photobridge.portal.engine;

/** What is known of one person's picture in one target, now. */
public enum Condition {
    IN_SYNC,
    OUT_OF_DATE,
    MISSING_IN_TARGET,
    /** Someone else changed the target's picture, and the plan's rule leaves it. */
    CHANGED_IN_TARGET,
    /** Written, but the target's service doesn't serve it yet. */
    WRITTEN_NOT_SERVED,
    /** The target's copy of the same picture is better. */
    KEPT,
    NO_SOURCE_PHOTO,
    REMOVED_IN_SOURCE,
    NOT_ELIGIBLE,
    /** Left out by a person: excluded, filtered out or protected. */
    EXCLUDED,
    FAILED,
    UNKNOWN
}
