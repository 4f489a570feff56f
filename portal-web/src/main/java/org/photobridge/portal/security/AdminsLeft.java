package org.photobridge.portal.security;

import java.util.List;

/** Whether somebody is left who could mend it: a portal that nobody can administer needs the machine's owner. */
final class AdminsLeft {
    private AdminsLeft() {}

    /** Whether this is the last enabled account with a password here that holds its high role. */
    static boolean isLast(PortalUser user, List<PortalUser> all) {
        Role role = Role.highest(user.roles());
        return counts(user)
                && role.includes(Role.ADMIN)
                && all.stream().noneMatch(other -> other != user && counts(other) && holds(other, role));
    }

    private static boolean holds(PortalUser user, Role role) {
        return Role.highest(user.roles()).includes(role);
    }

    /** An OpenID provider may be down, or may take the role away. */
    private static boolean counts(PortalUser user) {
        return user.isEnabled() && !user.isExternal();
    }
}
