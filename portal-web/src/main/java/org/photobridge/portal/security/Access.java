package org.photobridge.portal.security;

/** The check at the head of every service method: may the present caller do this? */
public final class Access {
    private Access() {}

    /** @throws AccessRefusedException if the caller on this thread lacks the role */
    public static void require(Role role) {
        if (!Caller.current().may(role)) {
            throw new AccessRefusedException(role);
        }
    }
}
