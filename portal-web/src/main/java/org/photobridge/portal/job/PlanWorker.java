package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Works off the queue of one plan's lane: one run at each look. */
@ApplicationScoped
class PlanWorker {

    /**
     * An idle worker looks at its queue so often. It is woken at once by each request; only one that met the worker just
     * falling asleep waits this long.
     */
    private static final Duration IDLE_LOOK = Duration.ofSeconds(20);

    private final RunLifecycleRepository lifecycle;
    private final RequestRepository requests;
    private final RunExecutor executor;
    private final Clock clock;

    protected PlanWorker() {
        this(null, null, null, null);
    }

    @Inject
    PlanWorker(RunLifecycleRepository lifecycle, RequestRepository requests, RunExecutor executor, Clock clock) {
        this.lifecycle = lifecycle;
        this.requests = requests;
        this.executor = executor;
        this.clock = clock;
    }

    /** Executes the lane's next run, if there is one. */
    void work(PlanWorkers.WorkerId id, BooleanSupplier shuttingDown) {
        lifecycle.pick(id.planId(), id.lane()).ifPresent(run -> {
            requests.startWorking(run.id());
            executor.execute(run, shuttingDown);
        });
    }

    /** When there is something to do for the lane. */
    Instant nextLook(PlanWorkers.WorkerId id) {
        Instant now = clock.instant();
        if (lifecycle.hasNext(id.planId(), id.lane())) {
            return now;
        }
        Instant idle = now.plus(IDLE_LOOK);
        return lifecycle
                .nextWait(id.planId(), id.lane())
                .filter(wait -> wait.isBefore(idle))
                .orElse(idle);
    }
}
