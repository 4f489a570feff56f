package org.photobridge.portal.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The queue that all portals on one database share: runs every {@link Task} bean it finds, on container threads.
 * <p>Only those can look things up and take part in transactions; a bean first touched on any other thread stays
 * broken. A feature adds a task by producing it: {@code @Produces @Singleton Task<Data> worker()}. Task data are stored
 * as JSON. The client works on the portal's data source, so what it schedules commits or rolls back with its caller;
 * call {@link WakeUp#afterCommit()} beside it, else the task waits for the next poll.
 */
@ApplicationScoped
public class TaskQueue {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int MISSED_HEARTBEATS = 4;
    private static final int HOUSEKEEPERS = 3;
    /** A portal that is told to end does so within five seconds; this is the tasks' share of them. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(2);

    @Inject
    @Any
    private Instance<Task<?>> tasks;

    @Inject
    private DataSource dataSource;

    @Inject
    private ManagedThreadFactory threads;

    /** How many tasks run at once on this node. */
    @Inject
    @ConfigProperty(name = "photobridge.queue.threads", defaultValue = "10")
    private int workers;

    /** A node that was silent four times as long is taken for dead, and another takes its tasks over. */
    @Inject
    @ConfigProperty(name = "photobridge.queue.heartbeat", defaultValue = "PT5S")
    private Duration heartbeat;

    private volatile Scheduler scheduler;
    private volatile List<ExecutorService> executors = List.of();

    @Produces
    @ApplicationScoped
    SchedulerClient client() {
        return SchedulerClient.Builder.create(dataSource, known())
                .serializer(new JacksonSerializer())
                .build();
    }

    void start() {
        ExecutorService work = Executors.newFixedThreadPool(workers, threads);
        ExecutorService due = Executors.newSingleThreadExecutor(threads);
        ScheduledExecutorService housekeeping = Executors.newScheduledThreadPool(HOUSEKEEPERS, threads);
        executors = List.of(work, due, housekeeping);
        scheduler = Scheduler.create(dataSource, asked())
                .serializer(new JacksonSerializer())
                .schedulerName(new SchedulerName.Fixed("portal-" + UUID.randomUUID()))
                .threads(workers)
                .executorService(work)
                .dueExecutor(due)
                .housekeeperExecutor(housekeeping)
                .pollingInterval(POLL)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LAST_WAIT)
                .startTasks(recurring())
                .build();
        scheduler.start();
    }

    void stop() {
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
            executors.forEach(ExecutorService::shutdownNow);
        }
    }

    /** Looks for due tasks now instead of at the next poll. */
    void wakeUp() {
        Scheduler running = scheduler;
        if (running != null && isRunning()) {
            running.triggerCheckForDueExecutions();
        }
    }

    boolean isRunning() {
        Scheduler running = scheduler;
        return running != null
                && running.getSchedulerState().isStarted()
                && !running.getSchedulerState().isShuttingDown();
    }

    private List<Task<?>> known() {
        return tasks.stream().toList();
    }

    private List<Task<?>> asked() {
        return tasks.stream()
                .filter(task -> !(task instanceof RecurringTask))
                .<Task<?>>map(task -> task)
                .toList();
    }

    /** Nobody asks for these: the queue itself gives each its row. */
    private List<RecurringTask<?>> recurring() {
        return tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .<RecurringTask<?>>map(RecurringTask.class::cast)
                .toList();
    }
}
