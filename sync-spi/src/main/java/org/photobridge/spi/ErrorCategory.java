package org.photobridge.spi;

/** The kinds of error that the host tells apart. Flows from the provider to the host only. */
public enum ErrorCategory {
    /** A setting is wrong or missing. */
    CONFIGURATION(false),
    /** The service doesn't accept our credentials. */
    AUTHENTICATION(false),
    /** The credentials are good, but a permission is missing. */
    PERMISSION_DENIED(false),
    /** The account, file or resource doesn't exist there. */
    NOT_FOUND(false),
    /** The service or the provider refuses this very input; the same input will be refused again. */
    REJECTED(false),
    /** The service asks for a slower pace; try again after the stated time. */
    THROTTLED(true),
    /** The service can't be reached or is out of order for the moment. */
    UNAVAILABLE(true),
    /** A defect, of the service or of the provider. */
    INTERNAL(true);

    private final boolean retryable;

    ErrorCategory(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether the host tries again: after the stated time, with back-off and jitter, a few times. */
    public boolean isRetryable() {
        return retryable;
    }
}
