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

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "The request can't be understood"),
            Map.entry(401, "Sign in"),
            Map.entry(403, "Not allowed"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(406, "Not to be had in this form"),
            Map.entry(409, "Can't be done as asked"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Send JSON"),
            Map.entry(500, "Something went wrong here"),
            Map.entry(502, "The connected system can't be asked"));

    static ApiProblem of(int status, String code, String detail, String requestId) {
        return new ApiProblem(
                "about:blank", TITLES.getOrDefault(status, "HTTP " + status), status, code, detail, requestId);
    }
}
