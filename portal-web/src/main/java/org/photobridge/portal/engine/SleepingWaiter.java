package org.photobridge.portal.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The waiter of a running portal, and the one place where it sleeps. */
public final class SleepingWaiter implements Waiter {

    private static final long LONGEST_NAP = 200;

    private final Clock clock;

    public SleepingWaiter(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Also ends, with a {@link CancellationException}, if the thread is interrupted; it stays interrupted. */
    @Override
    public boolean waitUntil(Instant time, BooleanSupplier wake) {
        while (clock.instant().isBefore(time)) {
            if (wake.getAsBoolean()) {
                return false;
            }
            nap(Duration.between(clock.instant(), time).toMillis() + 1);
        }
        return true;
    }

    private static void nap(long millis) {
        try {
            Thread.sleep(Math.max(1, Math.min(millis, LONGEST_NAP)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting");
        }
    }
}
