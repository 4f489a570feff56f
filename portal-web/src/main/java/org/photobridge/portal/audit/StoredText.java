package org.photobridge.portal.audit;

import java.nio.charset.StandardCharsets;

/** Makes a text that both databases give back exactly as it was stored: else the chain would break by itself. */
final class StoredText {
    private static final char NOTHING = '\0';
    private static final char REPLACEMENT = '\ufffd';

    private StoredText() {}

    /** The text without what PostgreSQL refuses (zero characters, halves of pairs), cut to a length. */
    static String of(String text, int longest) {
        String clean = whole(text).replace(NOTHING, REPLACEMENT);
        if (clean.length() <= longest) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return clean.substring(0, end) + "\u2026";
    }

    /** Half a pair has no UTF-8 and becomes a question mark. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
