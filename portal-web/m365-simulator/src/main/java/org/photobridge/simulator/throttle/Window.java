package org.photobridge.simulator.throttle;

import java.time.Duration;
import java.time.Instant;

/** What was used of one allowance in the current window; what was refused counts too (documented). */
final class Window {
    private final Allowance allowance;
    private Instant start = Instant.MIN;
    private long used;

    Window(Allowance allowance) {
        this.allowance = allowance;
    }

    /**
     * How a window stands after a request.
     *
     * @param over whether the request goes beyond the allowance
     */
    record Standing(boolean over, long limit, long remaining, Duration resets) {
        /** RateLimit headers appear from four fifths on (documented). */
        boolean isNearlyUsed() {
            return remaining * 5 <= limit;
        }
    }

    synchronized Standing take(long units, Instant now) {
        if (!now.isBefore(end())) {
            start = now;
            used = 0;
        }
        used += units;
        long remaining = Math.max(0, allowance.units() - used);
        return new Standing(used > allowance.units(), allowance.units(), remaining, Duration.between(now, end()));
    }

    private Instant end() {
        return start.equals(Instant.MIN) ? Instant.MIN : start.plus(allowance.window());
    }
}
