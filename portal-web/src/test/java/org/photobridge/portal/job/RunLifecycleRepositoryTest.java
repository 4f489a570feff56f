package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.engine.RunSummary;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.testkit.SettableClock;

class RunLifecycleRepositoryTest {

    private static final long PLAN = 1;

    private final SettableClock clock = SettableClock.at("2026-01-01T12:00:00Z");

    @BothDatabases
    void a_running_run_pauses_and_goes_on_when_somebody_says_so(TestDatabase database) {
        Queue queue = new Queue(database);
        RunRow first = queue.running();

        assertThat(queue.lifecycle.requestPause(first.id())).isTrue();
        assertThat(queue.lifecycle.wishes(first.id()).orElseThrow())
                .isEqualTo(new RunLifecycleRepository.Wishes(first.epoch(), false, true));
        assertThat(queue.end(first, RunState.PAUSED, "paused-by-person")).isTrue();
        assertThat(queue.lifecycle.hasNext(PLAN, Lane.BULK))
                .as("a paused run waits for a person")
                .isFalse();

        assertThat(queue.lifecycle.queueAgain(first.id())).isTrue();
        RunRow again = queue.lifecycle.pick(PLAN, Lane.BULK).orElseThrow();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.epoch()).isGreaterThan(first.epoch());
        assertThat(again.pauseRequested()).isFalse();
        assertThat(again.problemCode()).isEmpty();
        assertThat(again.startedAt()).isEqualTo(first.startedAt());
    }

    @BothDatabases
    void the_execution_from_before_the_pause_stores_nothing_any_more(TestDatabase database) {
        Queue queue = new Queue(database);
        RunRow before = queue.running();
        queue.end(before, RunState.PAUSED, "paused-by-person");
        queue.lifecycle.queueAgain(before.id());
        queue.lifecycle.pick(PLAN, Lane.BULK);

        assertThat(queue.end(before, RunState.SUCCEEDED, "")).isFalse();
        assertThat(queue.state(before)).isEqualTo(RunState.RUNNING);
    }

    @BothDatabases
    void a_paused_run_holds_nobody_up(TestDatabase database) {
        Queue queue = new Queue(database);
        RunRow paused = queue.running();
        queue.end(paused, RunState.PAUSED, "paused-by-person");

        RunRow next = queue.running();

        assertThat(next.id()).isNotEqualTo(paused.id());
        assertThat(queue.state(paused)).isEqualTo(RunState.PAUSED);
    }

    @BothDatabases
    void only_what_runs_is_paused(TestDatabase database) {
        Queue queue = new Queue(database);
        long waitsForItsTurn = queue.asked();
        assertThat(queue.lifecycle.requestPause(waitsForItsTurn)).isFalse();

        RunRow run = queue.lifecycle.pick(PLAN, Lane.BULK).orElseThrow();
        queue.end(run, RunState.SUCCEEDED, "");
        assertThat(queue.lifecycle.requestPause(run.id())).isFalse();
        assertThat(queue.runs.find(run.id()).orElseThrow().pauseRequested()).isFalse();
    }

    @BothDatabases
    void a_run_that_ends_in_spite_of_a_wish_to_pause_has_ended(TestDatabase database) {
        Queue queue = new Queue(database);
        RunRow run = queue.running();
        queue.lifecycle.requestPause(run.id());

        queue.end(run, RunState.SUCCEEDED, "");

        assertThat(queue.lifecycle.queueAgain(run.id())).isFalse();
        assertThat(queue.state(run)).isEqualTo(RunState.SUCCEEDED);
        assertThat(queue.runs.find(run.id()).orElseThrow().pauseRequested()).isFalse();
    }

    @BothDatabases
    void a_waiting_run_need_not_wait_for_its_time(TestDatabase database) {
        Queue queue = new Queue(database);
        RunRow run = queue.running();
        Instant later = clock.instant().plus(Duration.ofHours(2));
        queue.end(run, RunState.WAITING, "not-served-yet", Optional.of(later));
        assertThat(queue.lifecycle.hasNext(PLAN, Lane.BULK)).isFalse();
        assertThat(queue.lifecycle.nextWait(PLAN, Lane.BULK)).contains(later);

        assertThat(queue.lifecycle.queueAgain(run.id())).isTrue();

        RunRow again = queue.lifecycle.pick(PLAN, Lane.BULK).orElseThrow();
        assertThat(again.id()).isEqualTo(run.id());
        assertThat(again.waitingUntil()).isEmpty();
        assertThat(again.waitingFor()).isEmpty();
        assertThat(again.timesWaited()).isEqualTo(1);
        assertThat(queue.lifecycle.nextWait(PLAN, Lane.BULK)).isEmpty();
    }

    @BothDatabases
    void a_paused_run_that_is_stopped_never_goes_on(TestDatabase database) {
        Queue queue = new Queue(database);
        RunRow run = queue.running();
        queue.end(run, RunState.PAUSED, "paused-by-person");

        assertThat(queue.lifecycle.cancelIdle(run.id())).isTrue();

        assertThat(queue.state(run)).isEqualTo(RunState.CANCELLED);
        assertThat(queue.lifecycle.queueAgain(run.id())).isFalse();
        assertThat(queue.lifecycle.hasNext(PLAN, Lane.BULK)).isFalse();
    }

    @BothDatabases
    void neither_a_held_nor_a_queued_run_is_made_to_go_on(TestDatabase database) {
        Queue queue = new Queue(database);
        RunRow held = queue.running();
        queue.end(held, RunState.AWAITING_APPROVAL, "many-changes");
        long queued = queue.asked();

        assertThat(queue.lifecycle.queueAgain(held.id())).isFalse();
        assertThat(queue.lifecycle.queueAgain(queued)).isFalse();
        assertThat(queue.state(held)).isEqualTo(RunState.AWAITING_APPROVAL);
    }

    /** A plan's bulk lane, whose worker is the test. */
    private final class Queue {
        private final RequestRepository requests;
        private final RunLifecycleRepository lifecycle;
        private final RunRepository runs;

        Queue(TestDatabase database) {
            Jdbi jdbi = Jdbi.create(database.dataSource());
            requests = new RequestRepository(jdbi);
            lifecycle = new RunLifecycleRepository(jdbi, clock);
            runs = new RunRepository(jdbi);
        }

        long asked() {
            long run = requests.insert(
                    Asking.of(PLAN, RunKind.SYNC, Scope.all()),
                    new RequestRepository.Origin("All", TriggerKind.PERSON, "admin", Lane.BULK, clock.instant()));
            requests.startWorking(run);
            return run;
        }

        RunRow running() {
            asked();
            return lifecycle.pick(PLAN, Lane.BULK).orElseThrow();
        }

        boolean end(RunRow run, RunState state, String code) {
            return end(run, state, code, Optional.empty());
        }

        boolean end(RunRow run, RunState state, String code, Optional<Instant> resumeAt) {
            return lifecycle.end(
                    run.id(),
                    run.epoch(),
                    new RunSummary(
                            state,
                            Optional.of(code).filter(text -> !text.isEmpty()),
                            Optional.empty(),
                            "",
                            resumeAt,
                            RunCounts.NONE,
                            OptionalLong.empty()));
        }

        RunState state(RunRow run) {
            return runs.find(run.id()).orElseThrow().state();
        }
    }
}
