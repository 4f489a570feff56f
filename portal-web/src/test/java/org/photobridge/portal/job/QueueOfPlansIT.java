package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.security.Caller;

/** Asks for runs inside the deployed portal and follows them to their end. */
@ArquillianTest
class QueueOfPlansIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    private RequestService requests;

    @Inject
    private RunService runs;

    @Inject
    private PlanService plans;

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

    private RunRow until(long run) {
        return await(() -> runs.find(run).orElseThrow());
    }

    private static RunRow await(Supplier<RunRow> look) {
        Instant end = Instant.now().plus(PATIENCE);
        RunRow row = look.get();
        while (!row.isEnded() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            row = look.get();
        }
        return row;
    }
}
