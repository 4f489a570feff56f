package org.photobridge.simulator.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The simulator's time: another clock's, which can be put forward. */
public final class SimClock extends Clock {
    private final Clock base;
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    public SimClock(Clock base) {
        this.base = base;
    }

    public void advance(Duration by) {
        shift.updateAndGet(old -> old.plus(by));
    }

    public Duration shift() {
        return shift.get();
    }

    @Override
    public Instant instant() {
        return base.instant().plus(shift.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SimClock(base.withZone(zone));
    }
}
