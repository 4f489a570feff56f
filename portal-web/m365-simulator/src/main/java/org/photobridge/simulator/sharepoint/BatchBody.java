package org.photobridge.simulator.sharepoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a multipart/mixed body apart, without a byte of it changing. */
final class BatchBody {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);

    /** One request of a batch. */
    record Item(String method, String target, Map<String, List<String>> headers, byte[] body) {}

    /** One part: headers and what follows them. Latin-1, where one character is one byte. */
    private record Part(Map<String, List<String>> headers, String content) {
        String type() {
            return headers.getOrDefault("Content-Type", List.of("")).get(0);
        }
    }

    private BatchBody() {}

    /** The requests in order, those of changesets among them; empty if the body isn't such a thing. */
    static Optional<List<Item>> items(String contentType, byte[] body) {
        List<Item> items = new ArrayList<>();
        boolean whole = collect(contentType, new String(body, StandardCharsets.ISO_8859_1), items);
        return whole ? Optional.of(items) : Optional.empty();
    }

    private static boolean collect(String contentType, String content, List<Item> items) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!contentType.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/mixed") || !matcher.find()) {
            return false;
        }
        for (Part part : parts(content, matcher.group(1).trim())) {
            boolean read = part.type().startsWith("application/http")
                    ? request(part.content()).map(items::add).orElse(false)
                    : collect(part.type(), part.content(), items);
            if (!read) {
                return false;
            }
        }
        return true;
    }

    private static List<Part> parts(String content, String boundary) {
        List<Part> parts = new ArrayList<>();
        String[] pieces = ("\n" + content).split("\r?\n--" + Pattern.quote(boundary), -1);
        for (int i = 1; i < pieces.length && !pieces[i].startsWith("--"); i++) {
            parts.add(part(pieces[i].replaceFirst("^[ \t]*\r?\n", "")));
        }
        return parts;
    }

    private static Optional<Item> request(String content) {
        String[] lines = content.split("\r?\n", 2);
        String[] words = lines[0].trim().split(" ");
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            return Optional.empty();
        }
        Part rest = part(lines.length > 1 ? lines[1] : "");
        byte[] body = rest.content().getBytes(StandardCharsets.ISO_8859_1);
        return Optional.of(new Item(words[0], words[1], rest.headers(), body));
    }

    private static Part part(String text) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String rest = text;
        while (!rest.isEmpty()) {
            String[] split = rest.split("\r?\n", 2);
            rest = split.length > 1 ? split[1] : "";
            int colon = split[0].indexOf(':');
            if (colon < 0) {
                return new Part(headers, split[0].isEmpty() ? rest : text);
            }
            String value = split[0].substring(colon + 1).trim();
            headers.put(split[0].substring(0, colon).trim(), List.of(value));
        }
        return new Part(headers, "");
    }
}
