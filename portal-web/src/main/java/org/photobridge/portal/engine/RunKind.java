package org.photobridge.portal.engine;

/** What a run is asked to do. */
public enum RunKind {
    /** Makes the target agree with the source. */
    SYNC,
    /** Decides and prepares everything and writes nothing to the target; its counts are those of the run that follows. */
    PREVIEW,
    /** Only reads, and stores conditions. */
    CHECK,
    /** Puts one person's previous picture back. */
    UNDO;

    /** Whether such a run may change the target. */
    public boolean writes() {
        return this == SYNC || this == UNDO;
    }
}
