package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;

/** Tries that are sent at the same time, to get more of them than one after another would. */
class SignInTriesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final int AT_ONCE = 20;

    @BothDatabases
    void of_tries_for_one_name_only_so_many_passwords_are_looked_at_as_one_after_another(TestDatabase database)
            throws Exception {
        List<Duration> waits = tryAtOnce(database, AT_ONCE, number -> "anna");

        assertThat(waits.stream().filter(Duration::isZero)).hasSize(5);
        assertThat(waits.stream().filter(wait -> !wait.isZero())).containsOnly(Duration.ofSeconds(1));
        assertThat(number(database, "select failures from sign_in_delay")).isEqualTo(5);
        assertThat(number(database, "select tries from sign_in_address")).isEqualTo(5);
    }

    @BothDatabases
    void of_tries_for_many_names_from_one_address_none_is_lost(TestDatabase database) throws Exception {
        List<Duration> waits = tryAtOnce(database, AT_ONCE, number -> "name-" + number);

        assertThat(waits).hasSize(AT_ONCE).containsOnly(Duration.ZERO);
        assertThat(number(database, "select tries from sign_in_address")).isEqualTo(AT_ONCE);

        List<Duration> more = tryAtOnce(database, AT_ONCE, number -> "other-" + number);
        assertThat(more.stream().filter(Duration::isZero)).hasSize(SignInAddress.MOST - AT_ONCE);
        assertThat(more.stream().filter(wait -> !wait.isZero())).containsOnly(SignInAddress.WINDOW);
        assertThat(number(database, "select count(*) from sign_in_delay")).isEqualTo(SignInAddress.MOST);
    }

    private static List<Duration> tryAtOnce(TestDatabase database, int times, IntFunction<String> name)
            throws Exception {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        SignInTries tries = new SignInTries(
                new SignInDelay(new SignInDelayRepository(jdbi), clock),
                new SignInAddress(new SignInAddressRepository(jdbi), clock));
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CyclicBarrier together = new CyclicBarrier(times);
            List<Future<Duration>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                String typed = name.apply(i);
                running.add(threads.submit(() -> {
                    together.await();
                    return somebody().asking(() -> tries.tried(typed));
                }));
            }
            List<Duration> waits = new ArrayList<>();
            for (Future<Duration> one : running) {
                waits.add(one.get());
            }
            return waits;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Caller somebody() {
        return new Caller(Actor.anonymous(), Set.of(), Optional.of("192.0.2.7"));
    }

    private static int number(TestDatabase database, String sql) {
        return Jdbi.create(database.dataSource())
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
}
