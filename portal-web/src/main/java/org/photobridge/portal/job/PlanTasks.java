package org.photobridge.portal.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Tells the queue what to do when a plan's worker or schedule is due, and when to do it again. */
@ApplicationScoped
class PlanTasks {

    private static final Duration AFTER_A_DEFECT = Duration.ofSeconds(30);

    @Produces
    @Singleton
    Task<Void> worker(PlanWorker worker) {
        return Tasks.custom(PlanWorkers.WORKER_TASK, Void.class)
                .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_DEFECT))
                .execute((instance, context) -> work(worker, instance, context));
    }

    @Produces
    @Singleton
    Task<Void> schedule(PlanSchedule schedule) {
        return Tasks.custom(PlanWorkers.SCHEDULE_TASK, Void.class)
                .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_DEFECT))
                .execute((instance, context) -> fire(schedule, Long.parseLong(instance.getId())));
    }

    private static CompletionHandler<Void> work(
            PlanWorker worker, TaskInstance<Void> instance, ExecutionContext context) {
        PlanWorkers.WorkerId id = PlanWorkers.WorkerId.parse(instance.getId());
        worker.work(
                id,
                () -> context.getSchedulerState().isShuttingDown()
                        || context.getCurrentlyExecuting().getHeartbeatState().hasStaleHeartbeat());
        return (complete, operations) -> operations.reschedule(complete, worker.nextLook(id));
    }

    /** A plan that is changed meanwhile can't move the row that fires just now: the next time is looked up last. */
    private static CompletionHandler<Void> fire(PlanSchedule schedule, long plan) {
        schedule.fire(plan);
        return (complete, operations) -> operations.reschedule(complete, schedule.next(plan));
    }
}
