package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.engine.Guards;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.Rules;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanInput;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.plan.Schedule;
import org.photobridge.portal.plan.Who;
import org.photobridge.portal.security.Caller;

/** Asks for runs inside the deployed portal and follows them to their end. */
@ArquillianTest
class QueueOfPlansIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Schedule NIGHTLY = Schedule.daily(LocalTime.of(2, 0), ZoneOffset.UTC);

    @Inject
    private RequestService requests;

    @Inject
    private RunService runs;

    @Inject
    private PlanService plans;

    @Inject
    private PlanWorkers workers;

    @Inject
    private ApprovalService approvals;

    @Inject
    private SchedulerClient queue;

    @Inject
    private Jdbi jdbi;

    @Test
    void a_check_of_everybody_tells_what_a_run_would_do() {
        Caller.trusted(Actor.portal()).as(() -> {
            Plan plan = plans.list().get(0);
            long run = requests.submit(Asking.of(plan.id(), RunKind.CHECK, Scope.all()))
                    .runId();

            RunRow ended = until(run);

            assertThat(ended.problemMessage()).isEmpty();
            assertThat(ended.state()).isIn(RunState.SUCCEEDED, RunState.COMPLETED_WITH_FAILURES);
            assertThat(ended.counts().people()).isGreaterThan(50);
            assertThat(ended.counts().of(OutcomeType.UPDATED)).isZero();
            assertThat(ended.counts().of(OutcomeType.WOULD_UPDATE)).isPositive();
        });
    }

    @Test
    void an_equal_request_that_still_waits_is_answered_with_its_run() {
        Caller.trusted(Actor.portal()).as(() -> {
            Plan plan = plans.list().get(0);
            Asking everybody = Asking.of(plan.id(), RunKind.PREVIEW, Scope.all());
            long running = requests.submit(everybody).runId();
            long first = requests.submit(everybody).runId();
            long second = requests.submit(everybody).runId();

            assertThat(second).isEqualTo(first);
            assertThat(until(running).state().isFinal()).isTrue();
            assertThat(until(first).state().isFinal()).isTrue();
        });
    }

    @Test
    void one_person_is_synced_and_the_write_undone() {
        Caller.trusted(Actor.portal()).as(() -> {
            Plan plan = plans.list().get(0);
            Scope anna = Scope.account("anna.berg@contoso.onmicrosoft.com", "Anna");

            RunRow synced = until(requests.submit(Asking.of(plan.id(), RunKind.SYNC, anna)
                            .replacingAnyway("Another test may have synced her"))
                    .runId());
            assertThat(synced.problemMessage()).isEmpty();
            assertThat(synced.counts().of(OutcomeType.UPDATED)).isEqualTo(1);

            RunRow undone = until(
                    requests.submit(Asking.of(plan.id(), RunKind.UNDO, anna)).runId());
            assertThat(undone.problemMessage()).isEmpty();
            assertThat(undone.state()).isEqualTo(RunState.SUCCEEDED);
        });
    }

    /** The plan lists fewer people than it wants, so that none of its runs changes a picture of the shared tenant. */
    @Test
    void a_plan_that_is_due_runs_by_its_schedule_and_a_new_one_is_on_trial_until_somebody_ends_that() {
        Caller.trusted(Actor.portal()).as(() -> {
            long plan = nightlyPlan();
            assertThat(plans.find(plan).orElseThrow().trial()).isTrue();

            workers.scheduleAt(plan, Instant.now());
            RunRow scheduled = await(() -> latest(plan), row -> row.isPresent() && isStill(row.get()))
                    .orElseThrow();

            assertThat(scheduled.triggerKind()).isEqualTo(TriggerKind.SCHEDULE);
            assertThat(scheduled.kind()).isEqualTo(RunKind.SYNC);
            assertThat(scheduled.state()).isEqualTo(RunState.FAILED);
            assertThat(scheduled.problemCode()).isEqualTo("plan-on-trial");
            assertThat(scheduled.counts().people()).isZero();
            Instant now = Instant.now();
            assertThat(await(() -> nextTime(plan), next -> next.isAfter(now)))
                    .isEqualTo(NIGHTLY.nextAfter(now))
                    .isBefore(now.plus(Duration.ofDays(1)));

            plans.endTrial(plan);
            long run =
                    requests.submit(Asking.of(plan, RunKind.SYNC, Scope.all())).runId();
            assertThat(await(() -> runs.find(run).orElseThrow(), QueueOfPlansIT::isStill)
                            .problemCode())
                    .isEqualTo("fewer-people-listed");
            assertThat(audited("plan.trial-ended", plan)).isEqualTo(1);

            approvals.reject(run, "The test is over");
            plans.delete(plan);
        });
    }

    private long nightlyPlan() {
        Plan like = plans.list().get(0);
        return plans.save(new PlanInput(
                        OptionalLong.empty(),
                        0,
                        "Nightly",
                        OptionalLong.of(like.sourceConnection()),
                        OptionalLong.of(like.targetConnection()),
                        true,
                        Who.EVERYBODY,
                        Rules.defaults().with(new Guards(10, 1_000_000)),
                        Optional.of(NIGHTLY)))
                .id();
    }

    private Optional<RunRow> latest(long plan) {
        return runs.find(new RunFilter(Optional.of(plan), Set.of(), Set.of(), false), 0, 1).stream()
                .findFirst();
    }

    private Instant nextTime(long plan) {
        return queue.getScheduledExecution(TaskInstanceId.of(PlanWorkers.SCHEDULE_TASK, Long.toString(plan)))
                .orElseThrow()
                .getExecutionTime();
    }

    private long audited(String action, long plan) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from audit_entry where action = ? and subject_id = ?")
                        .bind(0, action)
                        .bind(1, Long.toString(plan))
                        .mapTo(Long.class)
                        .one());
    }

    private RunRow until(long run) {
        return await(() -> runs.find(run).orElseThrow(), RunRow::isEnded);
    }

    private static boolean isStill(RunRow run) {
        return run.isEnded() || run.state() == RunState.AWAITING_APPROVAL;
    }

    private static <T> T await(Supplier<T> look, Predicate<T> enough) {
        Instant end = Instant.now().plus(PATIENCE);
        T seen = look.get();
        while (!enough.test(seen) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            seen = look.get();
        }
        return seen;
    }
}
