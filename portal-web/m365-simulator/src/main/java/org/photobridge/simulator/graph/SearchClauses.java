package org.photobridge.simulator.graph;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code $search}: one or more {@code "property:text"} joined by OR or AND, with {@code \"} and {@code \\} in the text
 * (documented). A name is searched by the beginnings of its words, every other property by its own beginning.
 */
final class SearchClauses {
    private static final String ONE = "\"([A-Za-z]+):((?:[^\"\\\\]|\\\\[\"\\\\])*+)\"";
    private static final Pattern CLAUSE = Pattern.compile(ONE);
    private static final Pattern WHOLE = Pattern.compile(ONE + "(\\s+(OR|AND)\\s+" + ONE + ")*+");

    private final EntityType type;

    private SearchClauses(EntityType type) {
        this.type = type;
    }

    /** @throws GraphException 400 for anything else than clauses */
    static Predicate<Entity> parse(EntityType type, String written) {
        if (!WHOLE.matcher(written.strip()).matches()) {
            throw GraphException.badRequest("Invalid $search clause: write \"property:words\", with the quotes.");
        }
        return new SearchClauses(type).joined(written);
    }

    /** AND binds closer than OR. */
    private Predicate<Entity> joined(String written) {
        Predicate<Entity> any = entity -> false;
        Predicate<Entity> all = entity -> true;
        Matcher clause = CLAUSE.matcher(written);
        int end = 0;
        while (clause.find()) {
            Predicate<Entity> found = condition(clause.group(1), clause.group(2));
            if (written.substring(end, clause.start()).strip().equals("OR")) {
                any = any.or(all);
                all = found;
            } else {
                all = all.and(found);
            }
            end = clause.end();
        }
        return any.or(all);
    }

    private Predicate<Entity> condition(String name, String escaped) {
        String property = type.spelled(name);
        String wanted = escaped.replaceAll("\\\\([\"\\\\])", "$1").toLowerCase(Locale.ROOT);
        boolean byWord = property.equals("displayName") || property.equals("description");
        return entity -> {
            String text = entity.property(property).asText().toLowerCase(Locale.ROOT);
            return text.startsWith(wanted) || byWord && startsAWord(text, wanted);
        };
    }

    private static boolean startsAWord(String text, String wanted) {
        return (" " + text.replaceAll("[^\\p{L}\\p{N}']+", " ")).contains(" " + wanted);
    }
}
