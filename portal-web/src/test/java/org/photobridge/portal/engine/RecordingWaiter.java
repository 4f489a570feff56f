package org.photobridge.portal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.photobridge.testkit.SettableClock;

/** Waiting moves the clock. */
final class RecordingWaiter implements Waiter {

    private final SettableClock clock;
    private final List<Duration> waits = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    RecordingWaiter(SettableClock clock) {
        this.clock = clock;
    }

    /** Happens during the next wait. */
    void meanwhile(Runnable action) {
        meanwhile = action;
    }

    List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public boolean waitUntil(Instant time, BooleanSupplier wake) {
        meanwhile.run();
        meanwhile = () -> {};
        if (wake.getAsBoolean()) {
            return false;
        }
        if (time.isAfter(clock.instant())) {
            waits.add(Duration.between(clock.instant(), time));
            clock.set(time);
        }
        return true;
    }
}
