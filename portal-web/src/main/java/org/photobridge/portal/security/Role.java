package org.photobridge.portal.security;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may do; each role includes the ones before it.
 *
 * <p>The highest installs code that runs with the portal's own rights, and so could do everything else anyway: an admin
 * doesn't hold it.
 */
public enum Role {
    /** Sees people, pictures, runs. */
    VIEWER,
    /** Starts, stops and undoes runs. */
    OPERATOR,
    /** Changes connections, plans, people's protection and who may sign in. */
    ADMIN,
    /** Installs provider modules, that is, code with the portal's own rights. */
    PROVIDER_ADMIN;

    boolean includes(Role wanted) {
        return wanted.compareTo(this) <= 0;
    }

    /** The one that includes all others of these. */
    static Role highest(Set<Role> roles) {
        return roles.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    /** What both may do: the lesser of their highest roles. */
    static Set<Role> common(Set<Role> one, Set<Role> other) {
        Role lesser = highest(one).includes(highest(other)) ? highest(other) : highest(one);
        return EnumSet.of(lesser);
    }

    static String toText(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    static Set<Role> fromText(String text) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(text.split(","))
                .filter(name -> !name.isBlank())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }
}
