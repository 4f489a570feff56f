package org.photobridge.simulator.graph;

/** An answer that is an error. */
final class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String claims;

    GraphException(int status, String code, String message) {
        this(status, code, message, "");
    }

    private GraphException(int status, String code, String message, String claims) {
        super(message);
        this.status = status;
        this.code = code;
        this.claims = claims;
    }

    /** Observed: continuous access evaluation wants another token, with these claims. */
    static GraphException insufficientClaims(String claims) {
        return new GraphException(
                401,
                "InvalidAuthenticationToken",
                "Continuous access evaluation resulted in challenge with result: InteractionRequired and code:"
                        + " TokenCreatedWithOutdatedPolicies",
                claims);
    }

    /** Documented: what the directory says of anything that it doesn't hold. */
    static GraphException notFound(String what) {
        return new GraphException(
                404,
                "Request_ResourceNotFound",
                "Resource '" + what
                        + "' does not exist or one of its queried reference-property objects are not present.");
    }

    static GraphException badRequest(String message) {
        return new GraphException(400, "Request_BadRequest", message);
    }

    static GraphException unsupported(String message) {
        return new GraphException(400, "Request_UnsupportedQuery", message);
    }

    /** What the next token must be asked for with, as JSON; empty unless this is a challenge. */
    String claims() {
        return claims;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
