package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.Permit;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.RateLimit;
import org.photobridge.testkit.SettableClock;

class GateTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RateLimit RU = limit("ru", 100, MINUTE, Integer.MAX_VALUE);
    private static final RateLimit DAY = limit("day", 1000, Duration.ofDays(1), Integer.MAX_VALUE);

    private final SettableClock clock = SettableClock.at("2026-03-02T08:00:00Z");
    private final RecordingWaiter waiter = new RecordingWaiter(clock);
    private final Gate gate = new Gate(clock, waiter);

    private static RateLimit limit(String name, long units, Duration window, int inFlight) {
        return new RateLimit("contoso:app", name, LocalText.of(name), units, window, inFlight);
    }

    private CallContext call(Lane lane, RateLimit... limits) {
        return gate.call(List.of(limits), lane, RunControl.NONE, "test");
    }

    private static void take(CallContext call, Cost cost, int times) {
        for (int i = 0; i < times; i++) {
            call.acquire(cost).close();
        }
    }

    private long used(String name) {
        return gate.use().stream()
                .filter(use -> use.limit().name().equals(name))
                .findFirst()
                .orElseThrow()
                .used();
    }

    @Test
    void ninety_five_of_a_hundred_pass_at_once_and_the_next_waits_for_the_window() {
        CallContext call = call(Lane.ON_DEMAND, RU);

        take(call, Cost.of("ru", 1), 95);
        assertThat(waiter.waits()).isEmpty();
        take(call, Cost.of("ru", 1), 1);

        assertThat(waiter.waits()).hasSize(1);
        assertThat(waiter.waits().get(0)).isBetween(MINUTE, MINUTE.plusSeconds(4));
    }

    @Test
    void never_more_than_allowed_pass_in_any_window() {
        CallContext call = call(Lane.ON_DEMAND, RU);
        List<java.time.Instant> passed = new java.util.ArrayList<>();

        for (int i = 0; i < 400; i++) {
            call.acquire(Cost.of("ru", 1)).close();
            passed.add(clock.instant());
            clock.advance(Duration.ofMillis(i % 7 * 100L));
        }

        for (int i = 100; i < passed.size(); i++) {
            assertThat(Duration.between(passed.get(i - 100), passed.get(i))).isGreaterThan(MINUTE);
        }
    }

    @Test
    void bulk_leaves_a_part_for_people_who_wait() {
        take(call(Lane.BULK, RU), Cost.of("ru", 1), 76);
        take(call(Lane.ON_DEMAND, RU), Cost.of("ru", 1), 19);
        assertThat(waiter.waits()).isEmpty();

        take(call(Lane.BULK, RU), Cost.of("ru", 1), 1);

        assertThat(waiter.waits()).isNotEmpty();
    }

    @Test
    void while_a_person_waits_bulk_takes_nothing() {
        Meter meter = new Meter(RU);
        meter.onDemandWaits(1);

        assertThat(meter.earliest(1, Lane.BULK, clock.instant(), clock.instant().plusMillis(25)))
                .isAfter(clock.instant());
        assertThat(meter.earliest(
                        1, Lane.ON_DEMAND, clock.instant(), clock.instant().plusMillis(25)))
                .isEqualTo(clock.instant());
    }

    @Test
    void a_cost_is_taken_from_all_limits_or_from_none() {
        RateLimit narrow = limit("narrow", 10, MINUTE, 1);
        CallContext call = call(Lane.ON_DEMAND, DAY, narrow);
        Permit first = call.acquire(Cost.of("narrow", 1));
        waiter.meanwhile(() -> assertThat(used("day")).isZero());

        try (first) {
            waiter.meanwhile(() -> {
                assertThat(used("day")).isZero();
                first.close();
            });
            call.acquire(Cost.of("day", 5).and("narrow", 1)).close();
        }

        assertThat(used("day")).isEqualTo(5);
    }

    @Test
    void no_more_permits_are_open_than_allowed() {
        CallContext call = call(Lane.ON_DEMAND, limit("ru", 100, MINUTE, 2));
        Permit first = call.acquire(Cost.of("ru", 1));
        Permit second = call.acquire(Cost.of("ru", 1));
        waiter.meanwhile(first::close);

        call.acquire(Cost.of("ru", 1)).close();

        assertThat(waiter.waits()).hasSize(1);
        second.close();
        second.close();
        assertThat(gate.use().get(0).inFlight()).isZero();
    }

    @Test
    void a_service_that_says_nothing_is_left_stops_everybody_until_its_window_ends() {
        CallContext one = call(Lane.BULK, RU);
        CallContext other = call(Lane.ON_DEMAND, RU);
        one.observe("ru", 0, Duration.ofSeconds(40));

        assertThat(gate.use().get(0).pausedUntil()).contains(clock.instant().plusSeconds(40));
        other.acquire(Cost.of("ru", 1)).close();

        assertThat(waiter.waits()).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void a_pause_is_not_shortened_by_what_an_earlier_call_is_told() {
        CallContext call = call(Lane.ON_DEMAND, RU);
        call.observe("ru", 0, Duration.ofSeconds(40));
        call.observe("ru", 50, Duration.ofSeconds(10));
        call.observe("ru", 0, Duration.ofSeconds(20));

        assertThat(gate.use().get(0).pausedUntil()).contains(clock.instant().plusSeconds(40));
        call.acquire(Cost.of("ru", 1)).close();

        assertThat(waiter.waits()).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void what_the_service_says_is_left_counts_down() {
        CallContext call = call(Lane.ON_DEMAND, RU);
        call.observe("ru", 3, Duration.ofSeconds(30));

        take(call, Cost.of("ru", 1), 3);
        assertThat(waiter.waits()).isEmpty();
        take(call, Cost.of("ru", 1), 1);

        assertThat(waiter.waits()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void connections_with_the_same_budget_share_it_and_others_do_not() {
        take(call(Lane.ON_DEMAND, RU), Cost.of("ru", 95), 1);
        RateLimit fabrikam = new RateLimit("fabrikam:app", "ru", LocalText.of("ru"), 100, MINUTE, Integer.MAX_VALUE);

        take(call(Lane.ON_DEMAND, fabrikam), Cost.of("ru", 95), 1);
        assertThat(waiter.waits()).isEmpty();
        take(call(Lane.ON_DEMAND, RU), Cost.of("ru", 1), 1);

        assertThat(waiter.waits()).hasSize(1);
    }

    @Test
    void a_cancelled_run_does_not_wait_on() {
        Signal[] signal = {Signal.GO_ON};
        RunControl control = new RunControl() {
            @Override
            public Signal signal() {
                return signal[0];
            }

            @Override
            public void progress(Progress progress) {
                // nobody watches
            }
        };
        CallContext call = gate.call(List.of(RU), Lane.BULK, control, "test");
        take(call, Cost.of("ru", 1), 76);
        waiter.meanwhile(() -> signal[0] = Signal.CANCEL);

        assertThatThrownBy(() -> call.acquire(Cost.of("ru", 1))).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> call.acquire(Cost.free())).isInstanceOf(CancellationException.class);
        assertThat(waiter.waits()).isEmpty();
    }

    @Test
    void a_cost_that_can_never_be_met_is_refused() {
        CallContext call = call(Lane.BULK, RU);

        assertThatThrownBy(() -> call.acquire(Cost.of("undeclared", 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> call.acquire(Cost.of("ru", 101))).isInstanceOf(IllegalArgumentException.class);
        take(call, Cost.of("ru", 100), 1);
        assertThat(used("ru")).isEqualTo(100);
    }

    @Test
    void limit_that_is_too_small_for_the_work_is_a_matter_of_settings_and_no_defect() {
        CallContext call = call(Lane.BULK, RU);

        ProviderException failure = catchThrowableOfType(
                ProviderException.class, () -> Border.call("run-1", () -> call.acquire(Cost.of("ru", 101))));

        assertThat(failure.category()).isEqualTo(ErrorCategory.CONFIGURATION);
        assertThat(failure.code()).isEqualTo("limit-too-small");
        assertThat(failure).hasMessage("101 units of 'ru' are needed in one piece, but the limit allows 100 in PT1M");
    }
}
