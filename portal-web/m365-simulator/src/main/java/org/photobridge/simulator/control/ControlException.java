package org.photobridge.simulator.control;

/** A request to the control port that can't be done, in words. */
final class ControlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    ControlException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
