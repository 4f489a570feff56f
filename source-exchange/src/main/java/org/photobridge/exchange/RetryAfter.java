package org.photobridge.exchange;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/** Reads the service's Retry-After: whole or fractional seconds, several of them, or a date. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * The wait that is asked for.
     *
     * @return empty if the header says nothing usable: zero, a date in the past and garbage must not become "at once", so
     *     they leave the wait to the host's back-off
     */
    static Optional<Duration> read(String header, Clock clock) {
        Optional<Duration> seconds = Arrays.stream(header.split(","))
                .flatMap(part -> seconds(part.trim()).stream())
                .max(Duration::compareTo);
        return seconds.or(() -> untilDate(header, clock))
                .filter(wait -> !wait.isNegative() && !wait.isZero())
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> seconds(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000)));
    }

    private static Optional<Duration> untilDate(String text, Clock clock) {
        try {
            ZonedDateTime date = ZonedDateTime.parse(text.trim(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), date.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
