package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;

class HistoryRepositoryTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @BothDatabases
    void results_of_runs_that_ended_long_ago_are_forgotten_and_the_runs_stay(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        long old = endedRun(jdbi, NOON.minus(Duration.ofDays(500)));
        long fresh = endedRun(jdbi, NOON.minus(Duration.ofDays(2)));

        int forgotten = new HistoryRepository(jdbi).forgetOutcomes(NOON.minus(Duration.ofDays(400)));

        OutcomeRepository outcomes = new OutcomeRepository(jdbi);
        assertThat(forgotten).isEqualTo(1);
        assertThat(outcomes.count(old, OutcomeFilter.ALL)).isZero();
        assertThat(outcomes.count(fresh, OutcomeFilter.ALL)).isEqualTo(1);
        assertThat(new RunRepository(jdbi).find(old)).isPresent();
    }

    private static long endedRun(Jdbi jdbi, Instant end) {
        Asking asking = Asking.of(1, RunKind.SYNC, Scope.account("a" + end.getEpochSecond(), "Anna"));
        long run = new RequestRepository(jdbi)
                .insert(
                        asking,
                        new RequestRepository.Origin("Plan", TriggerKind.PERSON, "tester", Lane.ON_DEMAND, end));
        jdbi.useHandle(handle -> {
            handle.createUpdate("update run set state = 'SUCCEEDED', finished_at = :end where id = :run")
                    .bind("end", end)
                    .bind("run", run)
                    .execute();
            handle.createUpdate("""
                            insert into run_outcome (run_id, account_id, display_name, outcome, condition, at)
                            values (:run, 'anna', 'Anna', 'UPDATED', 'IN_SYNC', :end)""").bind("end", end).bind("run", run).execute();
        });
        return run;
    }
}
