package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.photobridge.testkit.SettableClock;

class SleepingWaiterTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T08:00:00Z");
    private final SleepingWaiter waiter = new SleepingWaiter(clock);

    @Test
    void it_ends_when_the_time_has_come() {
        boolean due = waiter.waitUntil(clock.instant().plusMillis(20), () -> {
            clock.advance(Duration.ofMillis(20));
            return false;
        });

        assertThat(due).isTrue();
    }

    @Test
    void it_ends_at_once_when_woken() {
        assertThat(waiter.waitUntil(clock.instant().plusSeconds(3600), () -> true))
                .isFalse();
    }

    @Test
    void an_interrupted_thread_stops_waiting_and_stays_interrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> waiter.waitUntil(clock.instant().plusSeconds(3600), () -> false))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
