package org.photobridge.simulator.http;

import java.time.Duration;
import java.time.Instant;

/**
 * What the log keeps of one request.
 *
 * @param path still percent-encoded
 * @param query still percent-encoded
 * @param batchItem whether it was an item of a batch
 * @param clientRequestId the header of that name, or empty
 */
public record LoggedRequest(
        long number,
        Instant time,
        Site site,
        String method,
        String path,
        String query,
        int status,
        Duration took,
        boolean batchItem,
        String userAgent,
        String clientRequestId) {

    /** Method, decoded path and query in one line, to match patterns against. */
    public String line() {
        String target = query.isEmpty() ? path : path + "?" + query;
        return method + " " + SimRequest.decodePath(target);
    }
}
