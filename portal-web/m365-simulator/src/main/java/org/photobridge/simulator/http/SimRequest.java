package org.photobridge.simulator.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request as it came over the wire, or as one item of a batch.
 *
 * @param site the host it was meant for
 * @param method in capitals
 * @param rawPath the path, still percent-encoded
 * @param rawQuery the query, still percent-encoded, empty if there is none
 * @param headers looked up without regard to case
 * @param baseUrl scheme, host and port as the client wrote them
 * @param batchItem whether it was an item of a batch
 */
public record SimRequest(
        Site site,
        String method,
        String rawPath,
        String rawQuery,
        Map<String, List<String>> headers,
        byte[] body,
        URI baseUrl,
        boolean batchItem) {

    public SimRequest {
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
    }

    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    public boolean hasHeader(String name, String value) {
        return header(name).filter(value::equalsIgnoreCase).isPresent();
    }

    /** The path with its escapes resolved; not fit for paths whose arguments may hold an escaped slash. */
    public String path() {
        return decodePath(rawPath);
    }

    /** The query's parameters in their order, escapes resolved; of a repeated one the last counts. */
    public Map<String, String> query() {
        return parameters(rawQuery);
    }

    /** The body's parameters, of a form. */
    public Map<String, String> form() {
        return parameters(bodyText());
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** This request sent as an item of a batch: the same host, another target. */
    public SimRequest item(String itemMethod, String target, Map<String, List<String>> itemHeaders, byte[] itemBody) {
        int mark = target.indexOf('?');
        String itemPath = mark < 0 ? target : target.substring(0, mark);
        String itemQuery = mark < 0 ? "" : target.substring(mark + 1);
        String upper = itemMethod.toUpperCase(Locale.ROOT);
        return new SimRequest(site, upper, itemPath, itemQuery, itemHeaders, itemBody, baseUrl, true);
    }

    /** Resolves percent escapes alone: in a path a plus is a plus. */
    public static String decodePath(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Map<String, String> parameters(String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String raw) {
        return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    }
}
