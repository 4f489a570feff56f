package org.photobridge.portal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void the_next_runs_are_on_the_chosen_days() {
        Schedule schedule = new Schedule(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), LocalTime.of(22, 0), BERLIN);

        assertThat(next(schedule, 3, "2026-11-18T12:00:00Z"))
                .containsExactly("2026-11-19T22:00+01:00", "2026-11-23T22:00+01:00", "2026-11-26T22:00+01:00");
    }

    @Test
    void a_run_that_is_due_now_is_not_the_next_one() {
        Schedule schedule = Schedule.daily(LocalTime.of(2, 0), BERLIN);

        assertThat(schedule.nextAfter(Instant.parse("2026-11-18T01:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-19T01:00:00Z"));
        assertThat(schedule.nextAfter(Instant.parse("2026-11-18T00:59:59Z")))
                .isEqualTo(Instant.parse("2026-11-18T01:00:00Z"));
    }

    @Test
    void a_time_that_the_clocks_skip_runs_as_much_later() {
        Schedule schedule = Schedule.daily(LocalTime.of(2, 30), BERLIN);

        assertThat(next(schedule, 3, "2026-03-27T12:00:00Z"))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00");
    }

    @Test
    void a_time_that_the_clocks_show_twice_runs_once() {
        Schedule schedule = Schedule.daily(LocalTime.of(2, 30), BERLIN);

        assertThat(next(schedule, 2, "2026-10-24T12:00:00Z"))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
        assertThat(schedule.nextAfter(Instant.parse("2026-10-25T00:30:00Z")))
                .isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void a_day_begins_by_the_plan_s_own_clock() {
        Schedule schedule =
                new Schedule(Set.of(DayOfWeek.TUESDAY), LocalTime.of(1, 0), ZoneId.of("Pacific/Kiritimati"));

        assertThat(schedule.nextAfter(Instant.parse("2026-11-16T10:59:00Z")))
                .isEqualTo(Instant.parse("2026-11-16T11:00:00Z"));
    }

    private static List<String> next(Schedule schedule, int number, String after) {
        return schedule.next(number, Instant.parse(after)).stream()
                .map(run -> run.toOffsetDateTime().toString())
                .toList();
    }
}
