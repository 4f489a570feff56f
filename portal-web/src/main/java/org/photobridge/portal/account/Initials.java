package org.photobridge.portal.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What stands where a picture would be: the first letters of the first and the last word of a name. */
final class Initials {

    private static final String NONE = "?";

    private Initials() {}

    static String of(String name) {
        List<String> letters = Arrays.stream(name.split("[\\s\\p{Punct}\\p{Cf}]+"))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .map(word -> Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT))
                .toList();
        if (letters.isEmpty()) {
            return NONE;
        }
        String first = letters.get(0);
        return letters.size() == 1 ? first : first + letters.get(letters.size() - 1);
    }
}
