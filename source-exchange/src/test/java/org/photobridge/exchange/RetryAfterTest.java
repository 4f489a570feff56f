package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"1, 1000", "110, 110000", "2.128, 2128", "0.5, 500", "0.0001, 1", "'2,120', 120000", "' 7 ', 7000"})
    void stated_time_is_kept_to_the_millisecond(String header, long millis) {
        assertThat(RetryAfter.read(header, CLOCK)).contains(Duration.ofMillis(millis));
    }

    @Test
    void date_is_the_time_until_then() {
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 08:01:30 GMT", CLOCK)).contains(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "-5", "soon", "", "Sun, 01 Mar 2026 07:00:00 GMT", "1e9", "NaN"})
    void nothing_usable_never_means_at_once(String header) {
        assertThat(RetryAfter.read(header, CLOCK)).isEmpty();
    }

    @Test
    void absurd_time_is_a_day() {
        assertThat(RetryAfter.read("999999999", CLOCK)).contains(Duration.ofDays(1));
    }
}
