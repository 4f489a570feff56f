package org.photobridge.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What Graph said: status, headers and body of one response or of one item of a batch. */
final class GraphAnswer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    GraphAnswer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
        this.body = body.clone();
    }

    int status() {
        return status;
    }

    boolean isOk() {
        return status == 200;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The wait that the service asks for. */
    Optional<Duration> retryAfter(Clock clock) {
        return header("Retry-After").flatMap(value -> RetryAfter.read(value, clock));
    }

    byte[] bytes() {
        return body.clone();
    }

    /** The body's JSON object; nothing if it has none. */
    Json json() {
        return Json.parse(body);
    }
}
