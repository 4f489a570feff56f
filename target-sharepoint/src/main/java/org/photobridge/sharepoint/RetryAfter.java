package org.photobridge.sharepoint;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the time that a service asks us to wait: whole or broken seconds, or a date. */
final class RetryAfter {
    /** A service that names a longer time means "blocked"; the host asks again then and hears it again. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    static Optional<Duration> read(Optional<String> header, Clock clock) {
        return header.map(String::strip).flatMap(text -> seconds(text).or(() -> date(text, clock)));
    }

    private static Optional<Duration> seconds(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return Optional.empty();
        }
        return Optional.of(
                bounded(Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValue())));
    }

    private static Optional<Duration> date(String text, Clock clock) {
        try {
            ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(bounded(Duration.between(clock.instant(), until)));
        } catch (DateTimeException e) {
            return Optional.empty(); // as if the service had said nothing: the host then backs off by itself
        }
    }

    private static Duration bounded(Duration time) {
        if (time.isNegative()) {
            return Duration.ZERO;
        }
        return time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }
}
