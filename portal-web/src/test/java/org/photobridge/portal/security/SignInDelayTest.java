package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;

class SignInDelayTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @BothDatabases
    void a_few_tries_are_free_and_then_each_waits_longer_up_to_a_minute(TestDatabase database) {
        SignInDelay delay = at(database, NOON);
        for (int tries = 1; tries <= 4; tries++) {
            delay.tried("anna");
        }
        assertThat(delay.remaining("anna")).isZero();

        delay.tried("anna");
        assertThat(delay.remaining("anna")).isEqualTo(Duration.ofSeconds(1));
        delay.tried("anna");
        assertThat(delay.remaining("anna")).isEqualTo(Duration.ofSeconds(2));
        for (int tries = 1; tries <= 20; tries++) {
            delay.tried("anna");
        }
        assertThat(delay.remaining("anna")).isEqualTo(Duration.ofMinutes(1));
    }

    @BothDatabases
    void the_wait_ends_by_itself_and_a_success_ends_it_at_once(TestDatabase database) {
        SignInDelay delay = at(database, NOON);
        for (int tries = 1; tries <= 10; tries++) {
            delay.tried("anna");
        }

        assertThat(at(database, NOON.plusSeconds(33)).remaining("anna")).isZero();
        delay.succeeded("Anna ");
        assertThat(delay.remaining("anna")).isZero();
    }

    @BothDatabases
    void one_name_does_not_slow_another(TestDatabase database) {
        SignInDelay delay = at(database, NOON);
        for (int tries = 1; tries <= 10; tries++) {
            delay.tried("anna");
        }

        assertThat(delay.remaining("bert")).isZero();
    }

    private static SignInDelay at(TestDatabase database, Instant time) {
        return new SignInDelay(new SignInDelayRepository(database.dataSource()), Clock.fixed(time, ZoneOffset.UTC));
    }
}
