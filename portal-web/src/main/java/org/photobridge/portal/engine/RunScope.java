package org.photobridge.portal.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who a run is about.
 *
 * @param groups the groups' ids, if it is about groups
 * @param accounts stable ids, UPNs or e-mail addresses as asked for, if it is about a person or a list
 * @param wholePlan whether these are all the people whom the plan is for
 */
public record RunScope(Set<String> groups, List<String> accounts, boolean wholePlan) {

    public RunScope {
        groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
        accounts = List.copyOf(new LinkedHashSet<>(accounts));
        if (!groups.isEmpty() && !accounts.isEmpty()) {
            throw new IllegalArgumentException("A scope is groups or accounts, not both");
        }
    }

    public static RunScope everybody() {
        return new RunScope(Set.of(), List.of(), true);
    }

    /** Everybody whom a plan is for: the members of its groups, or simply everybody if it names none. */
    public static RunScope wholePlan(Collection<String> groups) {
        return new RunScope(new LinkedHashSet<>(groups), List.of(), true);
    }

    public static RunScope groups(Collection<String> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("No group named");
        }
        return new RunScope(new LinkedHashSet<>(ids), List.of(), false);
    }

    public static RunScope accounts(List<String> identifiers) {
        if (identifiers.isEmpty()) {
            throw new IllegalArgumentException("No account named");
        }
        return new RunScope(Set.of(), identifiers, false);
    }

    public boolean isEverybody() {
        return groups.isEmpty() && accounts.isEmpty();
    }

    /** Whether the people were named one by one; then the target is looked at, however fresh our memory of it is. */
    public boolean namesAccounts() {
        return !accounts.isEmpty();
    }
}
