package org.photobridge.simulator.graph;

/** An answer that is an error. */
final class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    GraphException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
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

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
