package org.photobridge.portal.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.photobridge.portal.engine.RunScope;

/**
 * For whom a plan is.
 *
 * @param groups the groups' names by their ids; empty for everybody
 * @param onlyWith for each attribute named here, the values of which a person must have one
 * @param excluded people who are left out, names by stable ids
 */
public record Who(Map<String, String> groups, Map<String, Set<String>> onlyWith, Map<String, String> excluded) {
    public static final Who EVERYBODY = new Who(Map.of(), Map.of(), Map.of());

    public Who {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        Map<String, Set<String>> filter = new TreeMap<>();
        onlyWith.forEach((attribute, values) -> filter.put(attribute, Set.copyOf(values)));
        onlyWith = Collections.unmodifiableMap(filter);
        excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
    }

    /** The same, with only those of the excluded people whose id is wanted. */
    Who withExcluded(Predicate<String> wanted) {
        Map<String, String> some = new LinkedHashMap<>(excluded);
        some.keySet().removeIf(wanted.negate());
        return new Who(groups, onlyWith, some);
    }

    public boolean isEverybody() {
        return groups.isEmpty();
    }

    /** The scope of a run for the whole plan. */
    public RunScope scope() {
        return RunScope.wholePlan(groups.keySet());
    }
}
