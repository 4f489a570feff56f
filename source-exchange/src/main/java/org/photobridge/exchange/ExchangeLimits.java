package org.photobridge.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;
import org.photobridge.spi.RateLimit;

/**
 * The service's published limits, declared to the host, and what its answers say of them.
 *
 * <p>Photos belong to the Outlook service, which serves an app four calls at a time and takes a batch's items four by
 * four. So one permit stands for one batch, and by default one is open at a time.
 */
final class ExchangeLimits {
    static final String PHOTOS = "outlook";
    static final String DIRECTORY = "directory";

    /** The wait that a throttled answer without a time means to other calls; the host's back-off decides for this one. */
    private static final Duration UNSTATED_WAIT = Duration.ofSeconds(10);

    private final String budget;
    private final ExchangeSettings.Allowance allowance;
    private final Clock clock;

    ExchangeLimits(ExchangeSettings settings, Clock clock) {
        this.clock = clock;
        this.budget = "graph:" + settings.tenant() + ":" + settings.clientId();
        this.allowance = settings.allowance();
    }

    List<RateLimit> declared() {
        return List.of(
                new RateLimit(
                        budget,
                        PHOTOS,
                        Texts.of("limit.outlook"),
                        allowance.photoCalls(),
                        allowance.photoWindow(),
                        allowance.batchesInFlight()),
                new RateLimit(
                        budget,
                        DIRECTORY,
                        Texts.of("limit.directory"),
                        allowance.directoryUnits(),
                        allowance.directoryWindow(),
                        Integer.MAX_VALUE));
    }

    static Cost photos(int calls) {
        return Cost.of(PHOTOS, calls);
    }

    static Cost directory(int units) {
        return Cost.of(DIRECTORY, units);
    }

    /** Tells the host what an answer says of the limits that the call was charged to. */
    void observe(GraphAnswer answer, Cost charged, CallContext call) {
        if (answer.status() == 429) {
            Duration wait = answer.retryAfter(clock).orElse(UNSTATED_WAIT);
            charged.units().keySet().forEach(limit -> call.observe(limit, 0, wait));
        } else if (charged.units().containsKey(DIRECTORY)) {
            answer.header("x-ms-throttle-limit-percentage").ifPresent(share -> observeShare(share, call));
        }
    }

    private void observeShare(String share, CallContext call) {
        if (share.matches("\\d{1,3}(\\.\\d{1,9})?")) {
            double left = Math.max(0, 1 - Double.parseDouble(share));
            call.observe(DIRECTORY, (long) (left * allowance.directoryUnits()), allowance.directoryWindow());
        }
    }
}
