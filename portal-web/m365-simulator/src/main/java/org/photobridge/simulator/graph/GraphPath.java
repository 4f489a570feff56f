package org.photobridge.simulator.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.photobridge.simulator.http.SimRequest;

/** The segments of a path behind the version, escapes resolved; {@code users('x')} counts as {@code users/x}. */
record GraphPath(List<String> segments) {
    private static final Pattern KEYED = Pattern.compile("([A-Za-z]+)\\('((?:[^']|'')*)'\\)");

    /** @param rawPath begins with the version */
    static GraphPath of(String rawPath) {
        List<String> segments = new ArrayList<>();
        String[] raw = rawPath.split("/");
        for (int i = 2; i < raw.length; i++) {
            String segment = SimRequest.decodePath(raw[i]);
            Matcher keyed = KEYED.matcher(segment);
            if (keyed.matches()) {
                segments.add(keyed.group(1));
                segments.add(keyed.group(2).replace("''", "'"));
            } else {
                segments.add(segment);
            }
        }
        return new GraphPath(List.copyOf(segments));
    }

    int length() {
        return segments.size();
    }

    boolean is(int index, String name) {
        return index < segments.size() && segments.get(index).equalsIgnoreCase(name);
    }

    String at(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }
}
