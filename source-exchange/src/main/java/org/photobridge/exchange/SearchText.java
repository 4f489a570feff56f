package org.photobridge.exchange;

import java.util.List;
import java.util.stream.Collectors;

/** Writes what a person typed into Graph's query language so that it stays a text and never becomes syntax. */
final class SearchText {
    /** The most that Graph compares with. */
    private static final int LONGEST = 120;

    private SearchText() {}

    /** What was typed, without what can't be part of a name. */
    static String of(String typed) {
        String text = typed.replaceAll("[\\p{Cntrl}]", " ").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST).strip();
    }

    /** A {@code $search} for any of these properties. */
    static String clause(String text, List<String> properties) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return properties.stream()
                .map(property -> "\"" + property + ":" + escaped + "\"")
                .collect(Collectors.joining(" OR "));
    }

    /** A text in a {@code $filter}. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Whether Graph would compare with a text of this length at all. */
    static boolean isComparable(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }
}
