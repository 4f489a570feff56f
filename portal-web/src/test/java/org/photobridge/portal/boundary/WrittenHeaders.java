package org.photobridge.portal.boundary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The written list of headers, by kind of answer. */
final class WrittenHeaders {
    private static final Set<String> ANY =
            Set.of("date", "content-length", "transfer-encoding", "connection", "keep-alive", "vary", ":status");

    private final Map<String, Map<String, Rule>> kinds = new HashMap<>();

    private record Rule(Pattern value, boolean optional) {}

    private WrittenHeaders() {}

    static WrittenHeaders read() {
        WrittenHeaders written = new WrittenHeaders();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                WrittenHeaders.class.getResourceAsStream("headers.txt"), StandardCharsets.UTF_8))) {
            String kind = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    kind = line.substring(1, line.length() - 1);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    written.add(kind, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    private void add(String kind, String line) {
        boolean optional = line.startsWith("?");
        int colon = line.indexOf(':');
        String name = line.substring(optional ? 1 : 0, colon).toLowerCase(Locale.ROOT);
        Pattern value = Pattern.compile(line.substring(colon + 1).strip());
        kinds.computeIfAbsent(kind, any -> new TreeMap<>()).put(name, new Rule(value, optional));
    }

    /** What an answer has otherwise than written; empty if nothing. */
    List<String> differences(String kind, Map<String, List<String>> headers) {
        Map<String, Rule> rules = new TreeMap<>(kinds.get("every"));
        rules.putAll(kinds.get(kind));
        List<String> differences = new ArrayList<>();
        rules.forEach((name, rule) -> {
            if (!headers.containsKey(name) && !rule.optional()) {
                differences.add(name + " is missing");
            }
        });
        headers.forEach((name, values) -> {
            Rule rule = rules.get(name.toLowerCase(Locale.ROOT));
            if (rule == null && !ANY.contains(name.toLowerCase(Locale.ROOT))) {
                differences.add(name + " is not in the list: " + values);
            } else if (rule != null) {
                values.stream()
                        .filter(value -> !rule.value().matcher(value).matches())
                        .forEach(value -> differences.add(name + " is " + value));
            }
        });
        return differences;
    }
}
