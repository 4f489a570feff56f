package org.photobridge.portal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.photobridge.spi.RateLimit;

/**
 * How much of a limit is in use now.
 *
 * @param used units taken in the window that ends now
 * @param waits how many calls had to wait for it since the start, and how long together
 * @param pausedUntil set while the service allows nothing more
 */
public record BudgetUse(
        RateLimit limit, long used, int inFlight, long waits, Duration waited, Optional<Instant> pausedUntil) {

    public BudgetUse {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(waited, "waited");
        Objects.requireNonNull(pausedUntil, "pausedUntil");
    }
}
