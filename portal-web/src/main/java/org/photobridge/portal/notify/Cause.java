package org.photobridge.portal.notify;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Something that people may want to be told about.
 *
 * @param key two causes with the same key are one, and no channel hears of it twice
 * @param page of the portal that shows more, such as {@code /run.xhtml?id=5}
 * @param facts for machines: ids, counts and codes
 * @param wording the title, and the text, one plain sentence a line
 */
record Cause(EventKind kind, String key, String page, Map<String, String> facts, Function<Locale, Wording> wording) {

    /** What it says in one language. */
    record Wording(String title, String text) {
        /** Names come from outside; nothing of them may end a line. */
        static String oneLine(String text) {
            return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        }
    }

    Cause {
        Objects.requireNonNull(kind, "kind");
        facts = Map.copyOf(facts);
        Objects.requireNonNull(wording, "wording");
    }
}
