package org.photobridge.portal.platform;

/** A sealed value doesn't open: changed, moved to another place, or its key is gone. */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBrokenException(String message) {
        super(message);
    }

    SealBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
