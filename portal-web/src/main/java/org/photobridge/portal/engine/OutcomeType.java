package org.photobridge.portal.engine;

/** How a run ended for one account. The {@code WOULD_} types are a preview's and a check's. */
public enum OutcomeType {
    /** A picture was written (or, by an undo, put back). */
    UPDATED,
    /** Was already right. */
    UNCHANGED,
    /** The target's picture was taken away (or, by an undo, there is none again). */
    REMOVED,
    /** Left as it is on purpose; the reason says why. */
    SKIPPED,
    /** Couldn't be done; the reason says why. */
    FAILED,
    WOULD_UPDATE,
    WOULD_REMOVE;

    /** This type as a run that writes nothing says it. */
    OutcomeType onlyPlanned() {
        return switch (this) {
            case UPDATED -> WOULD_UPDATE;
            case REMOVED -> WOULD_REMOVE;
            default -> this;
        };
    }
}
