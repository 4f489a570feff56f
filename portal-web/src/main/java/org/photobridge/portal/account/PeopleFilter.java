package org.photobridge.portal.account;

import java.util.Objects;
import java.util.Set;

/**
 * Which people a list shows.
 *
 * @param text part of a name, UPN, e-mail address, or an object id; empty for everybody
 * @param conditions names of conditions, {@code UNKNOWN} for people never looked at; empty for all
 * @param department exactly this one; empty for all
 */
public record PeopleFilter(String text, Set<String> conditions, String department) {

    public static final PeopleFilter EVERYBODY = new PeopleFilter("", Set.of(), "");

    public PeopleFilter {
        text = text.strip();
        conditions = Set.copyOf(conditions);
        Objects.requireNonNull(department, "department");
    }
}
