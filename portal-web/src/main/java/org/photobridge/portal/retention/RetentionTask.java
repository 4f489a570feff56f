package org.photobridge.portal.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalTime;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.security.Caller;

/** Lets the queue remove, every night and on one node only, what has been kept long enough. */
@ApplicationScoped
class RetentionTask {
    private static final Logger LOG = System.getLogger(RetentionTask.class.getName());
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);

    @Produces
    @Singleton
    RecurringTask<Void> forgetting(RetentionService service) {
        return Tasks.recurring("forget-history", new Daily(AT_NIGHT))
                .execute((instance, context) -> Caller.trusted(Actor.portal())
                        .as(() -> LOG.log(Level.INFO, "Removed what was kept long enough: {0}", service.apply())));
    }
}
