package org.photobridge.portal.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.engine.RunSummary;
import org.photobridge.portal.platform.Texts;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.testkit.SettableClock;

class WatchesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"61,-1", "60,60", "31,60", "30,30", "14,14", "8,14", "7,7", "2,7", "1,1", "0,0", "-5,0"})
    void a_certificate_is_told_of_at_each_step_and_at_the_nearest_only(long daysLeft, long step) {
        OptionalLong expected = step < 0 ? OptionalLong.empty() : OptionalLong.of(step);

        assertThat(CertificateWatch.step(NOW, NOW.plus(Duration.ofDays(daysLeft))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T07:59,2026-W47",
        "2026-11-23T08:00,2026-W48",
        "2026-11-29T23:00,2026-W48",
        "2026-01-01T12:00,2026-W01",
        "2026-12-31T12:00,2026-W53",
        "2027-01-03T12:00,2026-W53"
    })
    void the_weekly_report_is_due_on_monday_at_eight(LocalDateTime now, String week) {
        assertThat(CoverageWatch.week(now)).isEqualTo(week);
    }

    @BothDatabases
    void a_broken_connection_is_one_cause_until_it_is_well_again(TestDatabase database) {
        SettableClock clock = SettableClock.at("2026-01-01T12:00:00Z");
        ConnectionMarks marks = new ConnectionMarks(new MarkRepository(Jdbi.create(database.dataSource()), clock));

        assertThat(marks.found(5, true)).isEmpty();
        MarkRepository.Mark broken = marks.found(5, false).orElseThrow();
        clock.advance(Duration.ofHours(3));
        assertThat(marks.found(5, false)).contains(broken);
        assertThat(marks.found(6, true)).isEmpty();
        MarkRepository.Mark well = marks.found(5, true).orElseThrow();
        assertThat(well.mark()).isEqualTo(ConnectionMarks.WELL);
        assertThat(marks.found(5, true)).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(marks.found(5, false).orElseThrow().changedAt()).isAfter(broken.changedAt());
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED,wrong-secret,RUN_FAILED",
        "PAUSED,previous-pictures-full,RUN_FAILED",
        "PAUSED,paused-by-person,",
        "COMPLETED_WITH_FAILURES,,RUN_WITH_FAILURES",
        "AWAITING_APPROVAL,many-changes,RUN_HELD",
        "SUCCEEDED,,",
        "CANCELLED,cancelled-by-person,",
        "WAITING,throttled,"
    })
    void people_are_told_of_runs_that_need_somebody(RunState state, String reason, EventKind told) {
        RunSummary summary = new RunSummary(
                state,
                Optional.ofNullable(reason),
                Optional.empty(),
                "",
                Optional.empty(),
                RunCounts.NONE,
                OptionalLong.empty());

        assertThat(RunWatch.kind(summary)).isEqualTo(Optional.ofNullable(told));
    }

    @Test
    void every_event_and_every_error_has_words_in_both_languages() {
        List<String> errors = List.of(
                "defect",
                "forbidden-host",
                "mail-server",
                "no-password",
                "recipients",
                "refused",
                "sealed",
                "sign-in",
                "status",
                "timeout",
                "tls",
                "unknown-host");
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.forLanguageTag("id")}) {
            Texts texts = Texts.in(locale);
            assertThat(errors).allMatch(code -> texts.has("notify.error." + code));
            assertThat(Arrays.stream(EventKind.values()).filter(EventKind::isOffered))
                    .allMatch(kind -> texts.has("notifications.event." + kind.key()));
        }
    }
}
