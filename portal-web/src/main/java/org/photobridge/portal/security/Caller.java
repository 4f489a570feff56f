package org.photobridge.portal.security;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Origin;

/**
 * Who calls a service, and what they may do.
 * <p>Bound to the thread at the border: by a filter for pages and REST, by {@link #as} for jobs and start-up work.
 *
 * @param limit the only people whom this caller may see; empty is everybody
 */
public record Caller(Actor actor, Set<Role> roles, Optional<String> address, Optional<PeopleLimit> limit) {
    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();
    private static final Caller NOBODY = new Caller(Actor.anonymous(), Set.of(), Optional.empty());

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** A caller who may see everybody as far as the roles go. */
    public Caller(Actor actor, Set<Role> roles, Optional<String> address) {
        this(actor, roles, address, Optional.empty());
    }

    /** The caller on this thread; somebody without any role where none was bound. */
    public static Caller current() {
        Caller bound = CURRENT.get();
        return bound == null ? NOBODY : bound;
    }

    /** The portal's own work: the schedule, a job, the bootstrap file. It may do everything. */
    public static Caller trusted(Actor actor) {
        return new Caller(actor, EnumSet.allOf(Role.class), Optional.empty());
    }

    /** Whoever is limited to a group is never more than an operator: the higher roles are about everybody. */
    public boolean may(Role role) {
        boolean isForAll = role.compareTo(Role.OPERATOR) > 0;
        return !(isForAll && limit.isPresent()) && roles.stream().anyMatch(held -> held.includes(role));
    }

    /** Makes this the caller of the present thread until the scope is closed. */
    public Origin.Scope bind() {
        Caller before = CURRENT.get();
        CURRENT.set(this);
        Origin.Scope origin = Origin.bind(new Origin(actor, address));
        return () -> {
            origin.close();
            restore(before);
        };
    }

    /** Does something as this caller. */
    public void as(Runnable work) {
        Origin.Scope scope = bind();
        try {
            work.run();
        } finally {
            scope.close();
        }
    }

    /** Asks for something as this caller. */
    public <T> T asking(Supplier<T> question) {
        Origin.Scope scope = bind();
        try {
            return question.get();
        } finally {
            scope.close();
        }
    }

    private static void restore(Caller before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
