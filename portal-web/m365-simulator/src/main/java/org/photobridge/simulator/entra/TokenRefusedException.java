package org.photobridge.simulator.entra;

/** The request carries no token, or one that isn't to be trusted. */
public final class TokenRefusedException extends Exception {
    /** Why; each service has its own words for it. */
    public enum Reason {
        MISSING,
        MALFORMED,
        BAD_SIGNATURE,
        EXPIRED
    }

    private final Reason reason;

    TokenRefusedException(Reason reason) {
        super("Token refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
