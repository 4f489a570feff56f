package org.photobridge.portal.security;

/** A sign-in with an OpenID provider that came to nothing; the message is for the log, not for the browser. */
final class OpenIdRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    OpenIdRefusedException(String message) {
        super(message);
    }

    OpenIdRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
