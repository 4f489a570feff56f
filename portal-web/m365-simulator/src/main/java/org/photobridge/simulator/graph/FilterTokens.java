package org.photobridge.simulator.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A filter cut into words, literals and brackets, read from left to right. */
final class FilterTokens {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*('(?:[^']|'')*'|[A-Za-z0-9_@.$-]+(?:/[A-Za-z0-9_$]+)*|[():,])\\s*");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    FilterTokens(String written) {
        Matcher matcher = TOKEN.matcher(written);
        int end = 0;
        while (end < written.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw GraphException.badRequest(
                        "Invalid filter clause: Syntax error at position " + end + " in '" + written + "'.");
            }
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
    }

    boolean isAtEnd() {
        return next == tokens.size();
    }

    String peek() {
        return isAtEnd() ? "" : tokens.get(next);
    }

    String take() {
        if (isAtEnd()) {
            throw GraphException.badRequest("Invalid filter clause: it ends too early.");
        }
        return tokens.get(next++);
    }

    /** Takes the word if it comes next. */
    boolean takeIf(String word) {
        boolean is = peek().equalsIgnoreCase(word);
        if (is) {
            next++;
        }
        return is;
    }

    void expect(String word) {
        String found = take();
        if (!found.equalsIgnoreCase(word)) {
            throw GraphException.badRequest("Invalid filter clause: '" + word + "' expected, '" + found + "' found.");
        }
    }
}
