package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;

class SignInDelayTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @BothDatabases
    void a_few_tries_are_free_and_then_each_waits_longer_up_to_a_minute(TestDatabase database) {
        Instant now = NOON;
        for (int tries = 1; tries <= 4; tries++) {
            assertThat(at(database, now).tried("anna")).isZero();
        }
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(at(database, now).tried("anna"))
                    .as("before the wait of " + seconds)
                    .isZero();
            assertThat(at(database, now).tried("anna")).isEqualTo(Duration.ofSeconds(seconds));
            now = now.plusSeconds(seconds);
        }
    }

    @BothDatabases
    void a_free_try_is_free_at_any_nanosecond(TestDatabase database) {
        SignInDelay delay = at(database, NOON.plusNanos(999));

        assertThat(delay.tried("anna")).isZero();
        assertThat(delay.tried("anna")).isZero();
    }

    @BothDatabases
    void the_wait_ends_by_itself_and_a_success_ends_it_at_once(TestDatabase database) {
        SignInDelay delay = at(database, NOON);
        tryOften(delay, "anna", 6);
        assertThat(delay.tried("anna")).isEqualTo(Duration.ofSeconds(1));

        assertThat(at(database, NOON.plusSeconds(1)).tried("anna")).isZero();
        assertThat(at(database, NOON.plusSeconds(1)).tried("anna")).isEqualTo(Duration.ofSeconds(2));
        delay.succeeded("Anna ");
        assertThat(delay.tried("anna")).isZero();
    }

    @BothDatabases
    void one_name_does_not_slow_another(TestDatabase database) {
        SignInDelay delay = at(database, NOON);
        tryOften(delay, "anna", 10);

        assertThat(delay.tried("bert")).isZero();
    }

    private static void tryOften(SignInDelay delay, String name, int times) {
        for (int tries = 1; tries <= times; tries++) {
            delay.tried(name);
        }
    }

    private static SignInDelay at(TestDatabase database, Instant time) {
        return new SignInDelay(
                new SignInDelayRepository(Jdbi.create(database.dataSource())), Clock.fixed(time, ZoneOffset.UTC));
    }
}
