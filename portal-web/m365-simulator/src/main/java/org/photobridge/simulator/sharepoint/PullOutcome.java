package org.photobridge.simulator.sharepoint;

/** What came of a person's visit to their own picture. */
public enum PullOutcome {
    PULLED,
    UNKNOWN_PERSON,
    SIGN_IN_BLOCKED,
    NO_PROFILE,
    OTHER_GEOGRAPHY,
    PICTURE_NOT_EDITABLE,
    SYNC_STATE_OFF,
    NO_MAILBOX,
    PULLED_RECENTLY,
    FAILED_RECENTLY,
    NO_PHOTO_IN_EXCHANGE,
    PHOTO_UNREADABLE
}
