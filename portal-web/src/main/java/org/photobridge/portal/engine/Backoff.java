package org.photobridge.portal.engine;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.photobridge.spi.Failure;

/**
 * How long to wait before trying again: the stated time to the millisecond, else (and where "no time at all" is stated) ever
 * longer, with jitter so that not all come back at once.
 */
final class Backoff {

    /** How often in all something is tried without getting on. */
    static final int TRIES = 5;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final DoubleSupplier random;

    /**
     * A back-off.
     *
     * @param random from 0 up to 1
     */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * The wait after a failure.
     *
     * @param tries how often it was tried, one or more
     */
    Duration after(Failure failure, int tries) {
        return failure.retryAfter().filter(stated -> !stated.isZero()).orElseGet(() -> growing(tries));
    }

    private Duration growing(int tries) {
        Duration full = FIRST.multipliedBy(1L << Math.min(tries - 1, 10));
        Duration most = full.compareTo(LONGEST) > 0 ? LONGEST : full;
        return Duration.ofMillis((long) (most.toMillis() * (0.5 + random.getAsDouble() / 2)));
    }
}
