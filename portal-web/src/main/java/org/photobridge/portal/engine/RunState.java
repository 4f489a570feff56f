package org.photobridge.portal.engine;

/** Where a run stands. */
public enum RunState {
    /** Waits for its worker; also a run that stopped for a shutdown and goes on later. */
    QUEUED,
    RUNNING,
    /** Goes on by itself at a known time. */
    WAITING,
    /** Goes on when a person says so. */
    PAUSED,
    /** Goes on when a person approves what it is about to do. */
    AWAITING_APPROVAL,
    SUCCEEDED,
    /** Came to its end; some people failed. */
    COMPLETED_WITH_FAILURES,
    /** Couldn't go on. */
    FAILED,
    CANCELLED;

    /** Whether the run is over for good. */
    public boolean isFinal() {
        return this == SUCCEEDED || this == COMPLETED_WITH_FAILURES || this == FAILED || this == CANCELLED;
    }
}
