package org.photobridge.portal.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.photobridge.portal.platform.DatabaseReady;
import org.photobridge.portal.platform.RefusedStartException;

/**
 * Who still stands behind their API tokens.
 * <p>Nobody tells the portal when a person loses a role at the OpenID provider, or leaves. So what such a person owns is
 * good for some time after each sign-in only.
 */
@ApplicationScoped
class TokenOwners {
    private static final String SETTING = "photobridge.oidc.token-days";
    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final PortalUserRepository users;
    private final Config config;
    private final Clock clock;

    /** For the container's proxy only. */
    protected TokenOwners() {
        this(null, null, null);
    }

    @Inject
    TokenOwners(PortalUserRepository users, Config config, Clock clock) {
        this.users = users;
        this.config = config;
        this.clock = clock;
    }

    void onStart(@Observes @Priority(50) DatabaseReady ready) {
        term();
    }

    /** The owner of that name, if their tokens are to be taken now. */
    Optional<PortalUser> standingBehind(String name) {
        return users.find(name).filter(this::isStanding);
    }

    boolean isStanding(PortalUser owner) {
        return owner.isEnabled() && (!owner.isExternal() || wasSeenLately(owner));
    }

    private boolean wasSeenLately(PortalUser owner) {
        Instant seen = owner.lastSignInAt().orElseGet(owner::createdAt);
        return clock.instant().isBefore(seen.plus(term()));
    }

    private Duration term() {
        String text = config.getOptionalValue(SETTING, String.class).orElse(String.valueOf(DEFAULT_DAYS));
        int days = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (days < 1 || days > MOST_DAYS) {
            throw new RefusedStartException(
                    SETTING + " must be a number of days from 1 to " + MOST_DAYS + ", not " + text + ".");
        }
        return Duration.ofDays(days);
    }
}
