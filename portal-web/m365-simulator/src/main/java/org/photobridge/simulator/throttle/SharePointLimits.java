package org.photobridge.simulator.throttle;

import java.time.Duration;

/**
 * SharePoint's limits by the number of licences (documented; SHAREPOINT.md 5).
 *
 * @param appMinute resource units per app
 * @param appDay resource units per app
 * @param tenant resource units of all apps together
 * @param peopleManager calls of the user profile service by all apps together
 * @param countsMethods whether each method of a ProcessQuery counts as a call; undocumented, so by default the stricter: yes
 */
public record SharePointLimits(
        Allowance appMinute, Allowance appDay, Allowance tenant, Allowance peopleManager, boolean countsMethods) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    public static SharePointLimits published(int licences) {
        long step = licences <= 1_000 ? 1 : licences <= 5_000 ? 2 : licences <= 15_000 ? 3 : licences <= 50_000 ? 4 : 5;
        return new SharePointLimits(
                Allowance.of(1_250 * step, MINUTE),
                Allowance.of(1_200_000 * step, Duration.ofHours(24)),
                Allowance.of(18_750 * step, FIVE_MINUTES),
                Allowance.of(3_000 * step, FIVE_MINUTES),
                true);
    }
}
