package org.photobridge.simulator.throttle;

import java.time.Duration;

/** So many units in each window of time. */
public record Allowance(long units, Duration window) {
    public Allowance {
        if (units < 1 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("An allowance is at least one unit, in a window longer than nothing");
        }
    }

    static Allowance of(long units, Duration window) {
        return new Allowance(units, window);
    }
}
