package org.photobridge.portal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.engine.NotOurs;
import org.photobridge.portal.engine.Rules;

class PlanTextsTest {
    private static final Map<Long, String> NAMES = Map.of(1L, "Exchange", 2L, "SharePoint", 3L, "Folder");
    private final PlanTexts english = new PlanTexts(Locale.ENGLISH);

    @Test
    void a_change_says_what_was_and_what_will_be_and_nothing_else() {
        Plan was = plan(Who.EVERYBODY, Optional.empty());
        Who sales = new Who(Map.of("g", "Sales"), Map.of("department", Set.of("Berlin")), Map.of());
        PlanInput will = input(sales, Optional.of(Schedule.daily(LocalTime.of(2, 0), ZoneId.of("Europe/Berlin"))), 3);

        assertThat(english.changes(was, will, NAMES))
                .containsExactly(
                        "Write pictures to: SharePoint \u2192 Folder",
                        "For whom: Everybody \u2192 Sales; only with department: Berlin",
                        "When: Only when somebody asks \u2192 Daily at 02:00 (Europe/Berlin)",
                        "Another picture in the target: Replace it \u2192 Keep it");
    }

    @Test
    void an_unchanged_plan_has_no_changes() {
        Plan was = plan(Who.EVERYBODY, Optional.empty());
        PlanInput same = PlanForm.of(was).input();

        assertThat(english.changes(was, same, NAMES)).isEmpty();
    }

    @Test
    void days_are_named_in_the_reader_s_language() {
        Schedule schedule = new Schedule(
                Set.of(DayOfWeek.THURSDAY, DayOfWeek.MONDAY), LocalTime.of(22, 30), ZoneId.of("Asia/Jakarta"));

        assertThat(english.when(schedule)).isEqualTo("Monday, Thursday at 22:30 (Asia/Jakarta)");
        assertThat(new PlanTexts(Locale.forLanguageTag("id")).when(schedule))
                .isEqualTo("Senin, Kamis pukul 22:30 (Asia/Jakarta)");
    }

    @Test
    void the_number_of_people_is_said_as_far_as_it_is_known() {
        assertThat(english.people(OptionalLong.of(500), OptionalLong.of(20)))
                .contains("500")
                .contains("20");
        assertThat(english.people(OptionalLong.empty(), OptionalLong.of(20))).contains("is for 20 people");
        assertThat(english.people(OptionalLong.of(500), OptionalLong.empty())).contains("can't be said");
    }

    private static Plan plan(Who who, Optional<Schedule> schedule) {
        return new Plan(7, 1, "Everybody", 1, 2, true, true, who, Rules.defaults(), schedule);
    }

    private static PlanInput input(Who who, Optional<Schedule> schedule, long target) {
        return new PlanInput(
                OptionalLong.of(7),
                1,
                "Everybody",
                OptionalLong.of(1),
                OptionalLong.of(target),
                true,
                who,
                Rules.defaults().with(NotOurs.KEEP),
                schedule);
    }
}
