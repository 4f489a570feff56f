package org.photobridge.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;

class FiguresRepositoryTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @BothDatabases
    void queued_runs_are_counted_with_the_age_of_the_oldest_and_ended_ones_are_not(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        run(jdbi, 1, "QUEUED", NOON.minusSeconds(90));
        run(jdbi, 2, "QUEUED", NOON.minusSeconds(30));
        run(jdbi, 3, "WAITING", NOON.minusSeconds(600));
        run(jdbi, 4, "SUCCEEDED", NOON.minusSeconds(6000));

        Figures now = figures(jdbi);

        assertThat(now.runs()).containsOnly(java.util.Map.entry("QUEUED", 2L), java.util.Map.entry("WAITING", 1L));
        assertThat(now.oldestSeconds()).containsOnly(java.util.Map.entry("BULK", 90L));
    }

    @BothDatabases
    void tasks_that_nobody_takes_are_told_with_how_late_they_are(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        assertThat(figures(jdbi).tasksDue()).isZero();
        assertThat(figures(jdbi).taskLateSeconds()).isZero();
        task(jdbi, "late", false, NOON.minusSeconds(45));
        task(jdbi, "picked", true, NOON.minusSeconds(300));
        task(jdbi, "later", false, NOON.plus(Duration.ofHours(1)));

        assertThat(figures(jdbi).tasksDue()).isEqualTo(1);
        assertThat(figures(jdbi).taskLateSeconds()).isEqualTo(45);
    }

    @BothDatabases
    void support_is_told_how_full_the_database_is(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        task(jdbi, "one", false, NOON);
        SupportRepository support = new SupportRepository(jdbi);

        assertThat(support.database())
                .containsKeys("product", "tables at version")
                .containsEntry("run", 0L);
        assertThat(support.tasks())
                .singleElement()
                .satisfies(task -> assertThat(task).containsEntry("task_name", "one"));
    }

    private static Figures figures(Jdbi jdbi) {
        return new FiguresRepository(jdbi, Clock.fixed(NOON, ZoneOffset.UTC)).now(List.of());
    }

    private static void run(Jdbi jdbi, long id, String state, Instant requested) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into run (id, request_id, plan_id, plan_name, kind, lane, scope_kind, scope_label,
                          trigger_kind, actor_name, state, epoch, requested_at, counts, times_waited, cancel_requested,
                          pause_requested)
                        values (:id, :id, 1, 'Plan', 'SYNC', 'BULK', 'ALL', 'all', 'PERSON', 'tester', :state, 0, :at,
                          '{}', 0, false, false)""")
                .bind("id", id)
                .bind("state", state)
                .bind("at", requested)
                .execute());
    }

    private static void task(Jdbi jdbi, String name, boolean picked, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (:name, 'x', :at, :picked, 1)""")
                .bind("name", name)
                .bind("at", at)
                .bind("picked", picked)
                .execute());
    }
}
