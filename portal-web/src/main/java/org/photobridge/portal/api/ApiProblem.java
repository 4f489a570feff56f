package org.photobridge.portal.api;

import java.util.Map;

/**
 * What went wrong with a request, as RFC 9457 has it.
 *
 * @param code a short stable name for scripts
 * @param detail a sentence for people
 * @param requestId to be quoted in a ticket; also in the header {@code X-Request-Id}
 */
public record ApiProblem(String type, String title, int status, String code, String detail, String requestId) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES = Map.of(
            400, "The request can't be understood",
            401, "Sign in",
            403, "Not allowed",
            404, "Not found",
            405, "Method not allowed",
            409, "Can't be done as asked",
            413, "Too large",
            415, "Send JSON",
            500, "Something went wrong here",
            502, "The connected system can't be asked");

    static ApiProblem of(int status, String code, String detail, String requestId) {
        return new ApiProblem(
                "about:blank", TITLES.getOrDefault(status, "HTTP " + status), status, code, detail, requestId);
    }
}
