package org.photobridge.sharepoint;

import java.util.List;
import java.util.Locale;
import org.photobridge.spi.Cost;
import org.photobridge.spi.RateLimit;

/** What SharePoint counts, and what a number of requests takes from it. */
final class LimitNames {
    static final String UNITS = "ru";
    static final String UNITS_PER_DAY = "ru-day";
    static final String PEOPLE_MANAGER = "people-manager";

    /** SharePoint's own interfaces have no fixed cost; Microsoft says to count two units each. */
    private static final int UNITS_PER_REQUEST = 2;

    /** More than any one step for one person takes. */
    static final int MOST_PEOPLE_MANAGER_CALLS = 40;

    private LimitNames() {}

    /** Requests that touch no profile. */
    static Cost requests(int count) {
        long units = (long) count * UNITS_PER_REQUEST;
        return Cost.of(UNITS, units).and(UNITS_PER_DAY, units);
    }

    /**
     * Requests, some of which read or change profiles.
     *
     * @param profileCalls calls of the profile interface. One CSOM request that sets four properties counts as four:
     *     whether Microsoft counts it as one isn't known.
     */
    static Cost requests(int count, int profileCalls) {
        return requests(count).and(PEOPLE_MANAGER, profileCalls);
    }

    static List<RateLimit> limits(SharePointSettings settings) {
        String tenant = "spo:" + settings.tenantId().toLowerCase(Locale.ROOT);
        String app = tenant + ":app";
        int people = settings.mostInFlight();
        return List.of(
                new RateLimit(
                        app, UNITS, Texts.of("limit." + UNITS), settings.unitsPerMinute(), settings.minute(), people),
                new RateLimit(
                        app,
                        UNITS_PER_DAY,
                        Texts.of("limit." + UNITS_PER_DAY),
                        settings.unitsPerDay(),
                        settings.day(),
                        Integer.MAX_VALUE),
                new RateLimit(
                        tenant + ":tenant",
                        PEOPLE_MANAGER,
                        Texts.of("limit." + PEOPLE_MANAGER),
                        settings.peopleManagerCalls(),
                        settings.peopleManagerWindow(),
                        Integer.MAX_VALUE));
    }
}
