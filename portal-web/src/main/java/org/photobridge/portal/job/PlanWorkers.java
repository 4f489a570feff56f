package org.photobridge.portal.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.platform.WakeUp;

/**
 * The queue's rows: one worker per plan and lane in the whole cluster, and one row for the plan's schedule, made with the
 * plan and never removed. Joins the caller's transaction.
 */
@ApplicationScoped
public class PlanWorkers {

    static final String WORKER_TASK = "plan-worker";
    static final String SCHEDULE_TASK = "plan-schedule";

    /** Where a schedule sleeps that is off. */
    static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");

    /** A worker's name in the queue. */
    record WorkerId(long planId, Lane lane) {

        static WorkerId parse(String instance) {
            int slash = instance.indexOf('/');
            return new WorkerId(
                    Long.parseLong(instance.substring(0, slash)), Lane.valueOf(instance.substring(slash + 1)));
        }

        String instance() {
            return planId + "/" + lane;
        }
    }

    private final SchedulerClient scheduler;
    private final WakeUp wakeUp;
    private final Clock clock;

    protected PlanWorkers() {
        this(null, null, null);
    }

    @Inject
    public PlanWorkers(SchedulerClient scheduler, WakeUp wakeUp, Clock clock) {
        this.scheduler = scheduler;
        this.wakeUp = wakeUp;
        this.clock = clock;
    }

    /** Makes the plan's rows where they are missing; called in the transaction that makes the plan. */
    public void make(long planId) {
        for (Lane lane : Lane.values()) {
            String instance = new WorkerId(planId, lane).instance();
            scheduler.scheduleIfNotExists(new TaskInstance<Void>(WORKER_TASK, instance), clock.instant());
        }
        scheduler.scheduleIfNotExists(new TaskInstance<Void>(SCHEDULE_TASK, Long.toString(planId)), NEVER);
    }

    /** Wakes a lane's worker. One that is at work looks at the queue again by itself when it is done. */
    public void wake(long planId, Lane lane) {
        move(TaskInstanceId.of(WORKER_TASK, new WorkerId(planId, lane).instance()), clock.instant());
    }

    /** Moves the plan's schedule. One that is firing just now finds its next time by itself. */
    void scheduleAt(long planId, Instant next) {
        move(TaskInstanceId.of(SCHEDULE_TASK, Long.toString(planId)), next);
    }

    private void move(TaskInstanceId row, Instant time) {
        try {
            scheduler.reschedule(row, time);
            wakeUp.afterCommit();
        } catch (TaskInstanceCurrentlyExecutingException atWork) {
            return;
        } catch (TaskInstanceNotFoundException missing) {
            throw new IllegalStateException("The queue has no row " + row.getId(), missing);
        }
    }
}
