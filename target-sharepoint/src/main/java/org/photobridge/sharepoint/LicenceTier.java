package org.photobridge.sharepoint;

import java.util.Arrays;
import java.util.Optional;

/** Microsoft's published throttling table: what a tenant is allowed by the number of its licences. */
enum LicenceTier {
    UP_TO_1000("1000", 1_250, 1_200_000, 3_000),
    UP_TO_5000("5000", 2_500, 2_400_000, 6_000),
    UP_TO_15000("15000", 3_750, 3_600_000, 9_000),
    UP_TO_50000("50000", 5_000, 4_800_000, 12_000),
    OVER_50000("over", 6_250, 6_000_000, 15_000);

    private final String value;
    private final long unitsPerMinute;
    private final long unitsPerDay;
    private final long peopleManagerCalls;

    LicenceTier(String value, long unitsPerMinute, long unitsPerDay, long peopleManagerCalls) {
        this.value = value;
        this.unitsPerMinute = unitsPerMinute;
        this.unitsPerDay = unitsPerDay;
        this.peopleManagerCalls = peopleManagerCalls;
    }

    /** How settings write it. */
    String value() {
        return value;
    }

    /** Resource units for one app in a minute. */
    long unitsPerMinute() {
        return unitsPerMinute;
    }

    /** Resource units for one app in 24 hours. */
    long unitsPerDay() {
        return unitsPerDay;
    }

    /** Calls of the profile interface in five minutes, by all tools of the tenant together. */
    long peopleManagerCalls() {
        return peopleManagerCalls;
    }

    static Optional<LicenceTier> find(String value) {
        return Arrays.stream(values()).filter(tier -> tier.value.equals(value)).findFirst();
    }
}
