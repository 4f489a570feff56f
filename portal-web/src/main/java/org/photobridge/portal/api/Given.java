package org.photobridge.portal.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks what a caller gives; what is wrong with it is said with the field's name. */
final class Given {

    /** The most that one page has. */
    static final int MOST = 1000;

    /** Control characters, which PostgreSQL takes in part only, and halves of characters, which are no text. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]|\\p{Cs}");

    private Given() {}

    static int first(String text) {
        return (int) number("first", text, 0, Integer.MAX_VALUE, 0);
    }

    static int size(String text, int otherwise) {
        return (int) number("size", text, 1, MOST, otherwise);
    }

    /** A whole number; {@code otherwise} if nothing is given. */
    static long number(String name, String text, long least, long most, long otherwise) {
        if (isNothing(text)) {
            return otherwise;
        }
        String range = most == Long.MAX_VALUE ? least + " or more" : least + " to " + most;
        if (!text.matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException("'" + name + "' is a whole number, " + range + ".");
        }
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException("'" + name + "' is " + range + ", not " + number + ".");
        }
        return number;
    }

    /** One of the type's names, in capital letters or not. */
    static <E extends Enum<E>> E word(String name, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    /** Names of the type's words; what is empty counts as not given. */
    static <E extends Enum<E>> Set<String> words(String name, List<String> texts, Class<E> type) {
        return texts.stream()
                .filter(text -> !isNothing(text))
                .map(text -> word(name, text, type).name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A text that can be kept; empty if nothing is given. */
    static String text(String name, String text, int longest) {
        String given = text == null ? "" : text;
        if (given.length() > longest) {
            throw new IllegalArgumentException("'" + name + "' has more than " + longest + " characters.");
        }
        if (!isText(given)) {
            throw new IllegalArgumentException("'" + name + "' has characters that are no text.");
        }
        return given;
    }

    static boolean isText(String text) {
        return !NO_TEXT.matcher(text).find();
    }

    static boolean isNothing(String text) {
        return text == null || text.isBlank();
    }
}
