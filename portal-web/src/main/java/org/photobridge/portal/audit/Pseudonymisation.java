package org.photobridge.portal.audit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts a pseudonym in the place of everything that names one person.
 * <p>Whole words only, in any case: erasing Ann leaves Annabel alone. Names of fewer than four characters are replaced
 * only where they are the whole text. Another person of the very same name loses that name, too: too much is erased
 * rather than too little.
 */
public final class Pseudonymisation {
    private static final int SHORTEST_INSIDE = 4;

    private final String pseudonym;
    private final Set<String> whole;
    private final Pattern inside;

    /** @param names ids, addresses and names of the person; blank ones are left out */
    public Pseudonymisation(String pseudonym, Collection<String> names) {
        this.pseudonym = pseudonym;
        List<String> given = names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        this.whole = given.stream().map(Pseudonymisation::lower).collect(Collectors.toSet());
        this.inside = Pattern.compile(
                given.stream()
                        .filter(name -> name.length() >= SHORTEST_INSIDE)
                        .map(Pseudonymisation::asWord)
                        .collect(Collectors.joining("|", "(?:", "|(?!))")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public String pseudonym() {
        return pseudonym;
    }

    /** The text without any name of the person. */
    public String in(String text) {
        return whole.contains(lower(text.strip()))
                ? pseudonym
                : inside.matcher(text).replaceAll(Matcher.quoteReplacement(pseudonym));
    }

    /** Whether the text names the person. */
    public boolean isNamedIn(String text) {
        return !in(text).equals(text);
    }

    private static String asWord(String name) {
        String start = Character.isLetterOrDigit(name.codePointAt(0)) ? "(?<![\\p{L}\\p{N}])" : "";
        String end = Character.isLetterOrDigit(name.codePointBefore(name.length())) ? "(?![\\p{L}\\p{N}])" : "";
        return start + Pattern.quote(name) + end;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
