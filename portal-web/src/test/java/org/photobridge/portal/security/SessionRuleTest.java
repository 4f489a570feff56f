package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionRuleTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void a_session_ends_after_half_an_hour_without_use() {
        assertThat(isOver(NOON, NOON.plus(Duration.ofMinutes(30)).minusNanos(1)))
                .isFalse();
        assertThat(isOver(NOON, NOON.plus(Duration.ofMinutes(30)))).isTrue();
    }

    @Test
    void a_session_in_use_ends_after_ten_hours_all_the_same() {
        Instant end = NOON.plus(Duration.ofHours(10));

        assertThat(SessionRule.isOver(NOON, end.minusSeconds(5), Optional.empty(), end.minusSeconds(1)))
                .isFalse();
        assertThat(SessionRule.isOver(NOON, end.minusSeconds(5), Optional.empty(), end))
                .isTrue();
    }

    @Test
    void sessions_that_began_before_a_sign_out_everywhere_are_over_and_that_of_its_moment_is_not() {
        assertThat(SessionRule.isOver(NOON, NOON, Optional.of(NOON.plusMillis(1)), NOON.plusSeconds(1)))
                .isTrue();
        assertThat(SessionRule.isOver(NOON, NOON, Optional.of(NOON), NOON.plusSeconds(1)))
                .isFalse();
    }

    private static boolean isOver(Instant lastUsed, Instant now) {
        return SessionRule.isOver(NOON, lastUsed, Optional.empty(), now);
    }
}
