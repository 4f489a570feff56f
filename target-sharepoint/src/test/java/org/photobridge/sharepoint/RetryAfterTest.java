package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.photobridge.testkit.SettableClock;

class RetryAfterTest {
    private static Optional<Duration> read(String header) {
        return RetryAfter.read(Optional.of(header), SettableClock.at("2026-11-22T08:00:00Z"));
    }

    @Test
    void whole_and_broken_seconds_are_read() {
        assertThat(read("120")).contains(Duration.ofSeconds(120));
        assertThat(read(" 2.128 ")).contains(Duration.ofMillis(2128));
        assertThat(read("0")).contains(Duration.ZERO);
    }

    @Test
    void date_is_read_by_the_clock() {
        assertThat(read("Sun, 22 Nov 2026 08:00:30 GMT")).contains(Duration.ofSeconds(30));
        assertThat(read("Sun, 22 Nov 2026 07:00:00 GMT")).contains(Duration.ZERO);
    }

    @Test
    void nonsense_counts_as_nothing_said() {
        assertThat(read("soon")).isEmpty();
        assertThat(read("-5")).isEmpty();
        assertThat(read("")).isEmpty();
    }

    @Test
    void endless_wait_is_cut_to_a_day() {
        assertThat(read("999999999")).contains(Duration.ofDays(1));
    }
}
