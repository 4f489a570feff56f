package org.photobridge.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One answer and how it leaves the server.
 *
 * @param chunked sent without a Content-Length
 * @param delay how long it is held back; see {@link Pace}
 */
public record SimResponse(
        int status, Map<String, String> headers, byte[] body, boolean chunked, Delivery delivery, Duration delay) {

    public SimResponse {
        headers = Map.copyOf(headers);
    }

    public static SimResponse of(int status, String contentType, byte[] body) {
        return new SimResponse(status, Map.of("Content-Type", contentType), body, false, Delivery.WHOLE, Duration.ZERO);
    }

    public static SimResponse json(int status, JsonNode body) {
        return of(status, "application/json; charset=utf-8", utf8(body.toString()));
    }

    public static SimResponse html(int status, String body) {
        return of(status, "text/html; charset=utf-8", utf8(body));
    }

    public static SimResponse text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", utf8(body));
    }

    public static SimResponse empty(int status) {
        return new SimResponse(status, Map.of(), new byte[0], false, Delivery.WHOLE, Duration.ZERO);
    }

    public SimResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new SimResponse(status, more, body, chunked, delivery, delay);
    }

    public SimResponse withChunks() {
        return new SimResponse(status, headers, body, true, delivery, delay);
    }

    public SimResponse delivered(Delivery how) {
        return new SimResponse(status, headers, body, chunked, how, delay);
    }

    public SimResponse after(Duration wait) {
        return new SimResponse(status, headers, body, chunked, delivery, delay.plus(wait));
    }

    /** The same without its delay. */
    SimResponse atOnce() {
        return new SimResponse(status, headers, body, chunked, delivery, Duration.ZERO);
    }

    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
