package org.photobridge.portal.security;

import java.time.Instant;
import java.util.Optional;

/** An account as pages show it. */
public record UserView(
        long id,
        String name,
        String displayName,
        Role role,
        Optional<PeopleLimit> limit,
        boolean enabled,
        boolean external,
        boolean withdrawn,
        boolean firstPassword,
        Optional<Instant> lastSignInAt) {

    static UserView of(PortalUser user) {
        return new UserView(
                user.id(),
                user.name(),
                user.displayName().orElse(""),
                Role.highest(user.roles()),
                user.limit(),
                !user.isDisabled(),
                user.isExternal(),
                user.isWithdrawn(),
                user.mustChangePassword(),
                user.lastSignInAt());
    }

    public boolean canSignIn() {
        return enabled && !withdrawn;
    }
}
