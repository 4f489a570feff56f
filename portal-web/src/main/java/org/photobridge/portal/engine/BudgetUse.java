package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.photobridge.spi.RateLimit;

/**
 * How much of a limit is in use now.
 *
 * @param used units taken in the window that ends now
 * @param pausedUntil set while the service allows nothing more
 */
public record BudgetUse(RateLimit limit, long used, int inFlight, Optional<Instant> pausedUntil) {

    public BudgetUse {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(pausedUntil, "pausedUntil");
    }
}
