package org.photobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    @Test
    void stands_still_until_it_is_moved() {
        SettableClock clock = SettableClock.at("2026-03-01T08:00:00Z");
        Clock jakarta = clock.withZone(ZoneId.of("Asia/Jakarta"));
        clock.advance(Duration.ofSeconds(90));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-01T08:01:30Z"));
        assertThat(jakarta.instant()).isEqualTo(clock.instant());
    }
}
