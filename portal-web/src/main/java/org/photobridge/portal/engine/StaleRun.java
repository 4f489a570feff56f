package org.photobridge.portal.engine;

/** This execution is over: another one has taken the run. It must stop at once and store nothing more. */
public final class StaleRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleRun(long runId) {
        super("Run " + runId + " has been taken over");
    }
}
