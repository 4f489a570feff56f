package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.engine.Rules;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.plan.Schedule;
import org.photobridge.portal.plan.Who;

class PlanScheduleTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private LocalTime time = LocalTime.of(12, 0);
    private boolean enabled = true;
    private Runnable meanwhile = () -> {};
    private int asked;
    private final PlanSchedule schedule =
            new PlanSchedule(new ThePlan(), new TheRequests(), new PlanWorkers() {}, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void a_plan_that_is_changed_while_it_fires_has_its_next_time_by_the_new_schedule() {
        meanwhile = () -> time = LocalTime.of(15, 30);

        schedule.fire(1);

        assertThat(asked).isEqualTo(1);
        assertThat(schedule.next(1)).isEqualTo(Instant.parse("2026-01-01T15:30:00Z"));
    }

    @Test
    void a_plan_that_is_turned_off_while_it_fires_sleeps() {
        meanwhile = () -> enabled = false;

        schedule.fire(1);

        assertThat(schedule.next(1)).isEqualTo(PlanWorkers.NEVER);
    }

    @Test
    void a_plan_that_is_off_asks_for_nothing() {
        enabled = false;

        schedule.fire(1);

        assertThat(asked).isZero();
    }

    private final class ThePlan extends PlanService {
        @Override
        public Optional<Plan> find(long id) {
            return Optional.of(new Plan(
                    id,
                    0,
                    "Everybody",
                    1,
                    2,
                    enabled,
                    false,
                    Who.EVERYBODY,
                    Rules.defaults(),
                    Optional.of(Schedule.daily(time, ZoneOffset.UTC))));
        }
    }

    private final class TheRequests extends RequestService {
        @Override
        public Submitted submit(Asking asking) {
            asked++;
            meanwhile.run();
            return new Submitted(asked, true);
        }
    }
}
