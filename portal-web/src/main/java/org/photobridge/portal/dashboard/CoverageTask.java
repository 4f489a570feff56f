package org.photobridge.portal.dashboard;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.security.Caller;

/** Lets the queue keep the day's coverage every hour, so that a portal that is off at night has its days, too. */
@ApplicationScoped
class CoverageTask {

    @Produces
    @Singleton
    RecurringTask<Void> coverage(CoverageService service) {
        return Tasks.recurring("coverage", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> Caller.trusted(Actor.portal()).as(service::keepToday));
    }
}
