package org.photobridge.portal.security;

import java.util.Optional;

/** The check at the head of every service method: may the present caller do this? */
public final class Access {
    private static final ThreadLocal<String> REFUSAL = new ThreadLocal<>();

    private Access() {}

    /** @throws AccessRefusedException if the caller on this thread lacks the role */
    public static void require(Role role) {
        if (!Caller.current().may(role)) {
            refused("needs the role " + role);
            throw new AccessRefusedException(role);
        }
    }

    /**
     * For what reaches beyond a group of people.
     *
     * @throws AccessRefusedException if the caller on this thread lacks the role, or is limited to a group
     */
    public static void requireUnlimited(Role role) {
        require(role);
        if (Caller.current().limit().isPresent()) {
            refused("reaches beyond the caller's group of people");
            throw new AccessRefusedException(role);
        }
    }

    /** Notes a refusal for the border, which records it once the refused transaction is over. */
    public static void refused(String why) {
        REFUSAL.set(why);
    }

    /** Why something was refused on this thread since this was asked last. */
    static Optional<String> takeRefusal() {
        String why = REFUSAL.get();
        REFUSAL.remove();
        return Optional.ofNullable(why);
    }
}
