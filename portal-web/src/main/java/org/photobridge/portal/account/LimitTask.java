package org.photobridge.portal.account;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.platform.WakeUp;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.LimitWanted;
import org.photobridge.portal.security.PeopleLimit;

/** Lets the queue keep the members of limits up to date: every hour, and soon when somebody signs in. */
@ApplicationScoped
class LimitTask {

    private static final String NOW = "limit-now";
    private static final Duration LOOK = Duration.ofMinutes(1);

    @Inject
    private LimitReading reading;

    @Inject
    private SchedulerClient queue;

    @Inject
    private WakeUp wakeUp;

    @Inject
    private Clock clock;

    @Produces
    @Singleton
    RecurringTask<Void> due(LimitReading limits) {
        return Tasks.recurring("limits-due", FixedDelay.of(LOOK))
                .execute((instance, context) -> Caller.trusted(Actor.portal()).as(limits::readDue));
    }

    @Produces
    @Singleton
    Task<PeopleLimit> now(LimitReading limits) {
        return Tasks.oneTime(NOW, PeopleLimit.class)
                .execute((instance, context) ->
                        Caller.trusted(Actor.portal()).as(() -> limits.read(instance.getData())));
    }

    /** Part of the transaction that signs in or sets the limit, which doesn't wait for the directory. */
    void wanted(@Observes LimitWanted wanted) {
        PeopleLimit limit = wanted.limit();
        if (reading.isDue(limit, LimitReading.AT_SIGN_IN)) {
            String id = limit.connectionId() + "/" + limit.groupId();
            queue.scheduleIfNotExists(new TaskInstance<>(NOW, id, limit), clock.instant());
            wakeUp.afterCommit();
        }
    }
}
