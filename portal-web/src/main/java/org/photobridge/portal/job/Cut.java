package org.photobridge.portal.job;

/** Makes texts from outside fit their columns. */
final class Cut {

    private Cut() {}

    /** The text's beginning, without half a surrogate pair at its end. */
    static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
