package org.photobridge.spi;

/**
 * Facts that can make a person not eligible for a picture: a closed list. Flows from the provider to the host only.
 *
 * <p>Whether a fact excludes a person is the plan's rule, not the provider's. What isn't known is
 * {@link #FACTS_UNAVAILABLE}, never "not eligible".
 */
public enum EligibilityFact {
    /** A guest from another organisation. */
    GUEST,
    /** Sign-in is blocked. */
    SIGN_IN_BLOCKED,
    /** No licence that gives a mailbox. */
    NO_MAILBOX_LICENCE,
    /** The mailbox is on the organisation's own servers. */
    MAILBOX_ON_PREMISES,
    /** A shared mailbox. */
    SHARED_MAILBOX,
    /** A room or equipment mailbox. */
    ROOM_MAILBOX,
    /** Some of these facts couldn't be read because a permission is missing. */
    FACTS_UNAVAILABLE
}
