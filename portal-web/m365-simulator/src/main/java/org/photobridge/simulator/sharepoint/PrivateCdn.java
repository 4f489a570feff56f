package org.photobridge.simulator.sharepoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/**
 * The detour that {@code userphoto.aspx} took in 2021 and 2022, by a redirect with a token that ages (observed); off
 * unless asked for. What the token looks like is invented.
 */
final class PrivateCdn {
    static final String PATH = "/_vti_bin/afdcache.ashx/_userprofile/userphoto.jpg";

    private final Clock clock;
    private volatile Optional<Duration> life = Optional.empty();

    PrivateCdn(Clock clock) {
        this.clock = clock;
    }

    /** Redirects from now on, to addresses that work for so long; or no more. */
    void redirectFor(Optional<Duration> tokenLife) {
        life = tokenLife;
    }

    Optional<Duration> tokenLife() {
        return life;
    }

    Optional<SimResponse> redirect(SimRequest request) {
        return life.map(lasting -> SimResponse.empty(302)
                .with(
                        "Location",
                        PATH + "?_oat_=" + clock.instant().plus(lasting).getEpochSecond() + "_"
                                + Integer.toHexString(request.rawQuery().hashCode()) + "&" + request.rawQuery()));
    }

    /** Empty if the token is still good. */
    Optional<SimResponse> refusal(QueryString query) {
        String expires = query.value("_oat_").orElse("0").replaceFirst("_.*", "");
        boolean good = expires.matches("\\d{1,18}")
                && Instant.ofEpochSecond(Long.parseLong(expires)).isAfter(clock.instant());
        return good
                ? Optional.empty()
                : Optional.of(SimResponse.text(403, "ERROR 403: Time-Limited URL validation failed"));
    }
}
