package org.photobridge.sharepoint;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One token for each of the three hosts, kept until it is about to end; asked for by one thread at a time. */
final class SiteTokens {
    private final EntraSignIn signIn;
    private final Sites sites;
    private final Clock clock;
    private final Map<Site, Slot> slots = new EnumMap<>(Site.class);

    SiteTokens(EntraSignIn signIn, Sites sites, Clock clock) {
        this.signIn = signIn;
        this.sites = sites;
        this.clock = clock;
        for (Site site : Site.values()) {
            slots.put(site, new Slot());
        }
    }

    /**
     * The token for a host: the kept one, or a new one. Threads that need the same host's token wait for one sign-in.
     *
     * @throws org.photobridge.spi.ProviderException if none can be had
     */
    AccessToken token(Site site) {
        Slot slot = slots.get(site);
        synchronized (slot) {
            if (slot.token.filter(token -> token.isFreshAt(clock.instant())).isEmpty()) {
                slot.token = Optional.of(signIn.signIn(sites.of(site)));
            }
            return slot.token.orElseThrow();
        }
    }

    /** Drops a token that the host refused, unless another thread has renewed it meanwhile. */
    void refused(Site site, AccessToken token) {
        Slot slot = slots.get(site);
        synchronized (slot) {
            slot.token = slot.token.filter(kept -> kept != token);
        }
    }

    /** The tenant that issued a kept token. */
    Optional<String> tenant() {
        return slots.values().stream().flatMap(slot -> slot.peek().stream()).findFirst();
    }

    private static final class Slot {
        private Optional<AccessToken> token = Optional.empty();

        private synchronized Optional<String> peek() {
            return token.flatMap(AccessToken::tenant);
        }
    }
}
