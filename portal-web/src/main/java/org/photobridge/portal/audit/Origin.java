package org.photobridge.portal.audit;

import java.util.Optional;

/** Who acts on the present thread, and from where: bound at the border (a request, a job), read by the audit. */
public record Origin(Actor actor, Optional<String> address) {
    private static final ThreadLocal<Origin> CURRENT = new ThreadLocal<>();

    /** What acts on this thread; the portal itself where nothing was bound. */
    public static Origin current() {
        Origin bound = CURRENT.get();
        return bound == null ? new Origin(Actor.portal(), Optional.empty()) : bound;
    }

    /** Binds an origin to this thread until the returned scope is closed. */
    public static Scope bind(Origin origin) {
        Origin before = CURRENT.get();
        CURRENT.set(origin);
        return () -> restore(before);
    }

    private static void restore(Origin before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    /** Ends a binding. */
    @FunctionalInterface
    public interface Scope {
        void close();
    }
}
