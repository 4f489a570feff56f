package org.photobridge.portal.account;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.portal.engine.Condition;

/**
 * Which people a list shows.
 *
 * @param text part of a name, UPN, e-mail address, or an object id; empty for everybody
 * @param conditions names of conditions, {@code UNKNOWN} for people never looked at; empty for all
 * @param department exactly this one; empty for all
 */
public record PeopleFilter(String text, Set<String> conditions, String department) {

    public static final PeopleFilter EVERYBODY = new PeopleFilter("", Set.of(), "");

    private static final int LONGEST = 200;

    public PeopleFilter {
        text = text.strip();
        conditions = Set.copyOf(conditions);
        Objects.requireNonNull(department, "department");
    }

    /** A filter from an address, where anything may stand: conditions that don't exist are left out. */
    public static PeopleFilter ofParameters(String text, String conditions, String department) {
        Set<String> known = Arrays.stream(cut(conditions).split(","))
                .filter(name -> Arrays.stream(Condition.values())
                        .anyMatch(condition -> condition.name().equals(name)))
                .collect(Collectors.toSet());
        return new PeopleFilter(cut(text), known, cut(department));
    }

    private static String cut(String parameter) {
        String text = parameter == null ? "" : parameter;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    public boolean isEverybody() {
        return text.isEmpty() && conditions.isEmpty() && department.isEmpty();
    }
}
