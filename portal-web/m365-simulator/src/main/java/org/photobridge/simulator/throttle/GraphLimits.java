package org.photobridge.simulator.throttle;

import java.time.Duration;

/**
 * Graph's limits (documented; GRAPH.md 5).
 *
 * @param identity resource units for directory calls, per app in the tenant
 * @param outlook photo calls per app and mailbox
 * @param outlookAtOnce how many photo calls may be worked on at one time
 * @param perMailbox whether that number is per app and mailbox; the documents contradict each other, so by default it is
 *     the stricter: per app
 */
public record GraphLimits(Allowance identity, Allowance outlook, int outlookAtOnce, boolean perMailbox) {

    public static GraphLimits published(int people) {
        long units = people < 50 ? 3_500 : people <= 500 ? 5_000 : 8_000;
        return new GraphLimits(
                Allowance.of(units, Duration.ofSeconds(10)), Allowance.of(10_000, Duration.ofMinutes(10)), 4, false);
    }
}
