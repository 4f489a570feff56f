package org.photobridge.sharepoint;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.photobridge.spi.CallContext;

/** Passes on what the hosts say of our pace. */
final class Pace {
    /** What a throttled answer without a time means to other calls; the host's back-off decides for this one. */
    private static final Duration UNSTATED_WAIT = Duration.ofSeconds(10);

    private Pace() {}

    /** Reports the headers that SharePoint sends from 80 % of the app's minute on, and every throttled answer. */
    static void observe(ServiceAnswer answer, CallContext call, Clock clock) {
        Optional<Duration> reset = RetryAfter.read(answer.header("RateLimit-Reset"), clock);
        if (isThrottled(answer)) {
            Duration unstated = answer.status() == 429 ? UNSTATED_WAIT : Duration.ZERO;
            call.observe(limit(answer), 0, wait(answer, clock).orElse(unstated));
            return;
        }
        answer.header("RateLimit-Remaining")
                .filter(text -> text.strip().matches("\\d{1,15}"))
                .map(text -> Long.valueOf(text.strip()))
                .ifPresent(left -> reset.ifPresent(time -> call.observe(LimitNames.UNITS, left, time)));
    }

    /** The greater of the two times that SharePoint may name; empty if it names none. */
    static Optional<Duration> wait(ServiceAnswer answer, Clock clock) {
        Optional<Duration> retry = RetryAfter.read(answer.header("Retry-After"), clock);
        Optional<Duration> reset = RetryAfter.read(answer.header("RateLimit-Reset"), clock);
        if (retry.isPresent() && reset.isPresent()) {
            return retry.get().compareTo(reset.get()) >= 0 ? retry : reset;
        }
        return retry.or(() -> reset);
    }

    private static boolean isThrottled(ServiceAnswer answer) {
        return answer.status() == 429 || answer.status() == 503;
    }

    /** Only the app's minute is ever named in headers: without them, on the admin host, it was the profile interface. */
    private static String limit(ServiceAnswer answer) {
        boolean unnamed = answer.header("RateLimit-Remaining").isEmpty();
        return unnamed && answer.status() == 429 && answer.site() == Site.ADMIN
                ? LimitNames.PEOPLE_MANAGER
                : LimitNames.UNITS;
    }
}
