package org.photobridge.portal.platform;

/** The portal can't start as it is set up; the message tells the operator why and what to do. */
public final class RefusedStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedStartException(String message) {
        super(message);
    }

    public RefusedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
