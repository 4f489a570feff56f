package org.photobridge.portal.notify;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.security.Caller;

/** Lets the queue look for causes and hand messages over; each on one node of the cluster at a time. */
@ApplicationScoped
class NotifyTasks {
    private static final Duration DELIVERING = Duration.ofSeconds(5);
    private static final Duration WATCHING = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(400);

    @Inject
    private CertificateWatch certificates;

    @Inject
    private ConnectionWatch connections;

    @Inject
    private CoverageWatch coverage;

    @Inject
    private OutboxRepository messages;

    @Inject
    private Clock clock;

    @Produces
    @Singleton
    RecurringTask<Void> delivering(Postman postman) {
        return Tasks.recurring("notification-delivery", FixedDelay.of(DELIVERING))
                .execute((instance, context) ->
                        postman.deliverDue(() -> context.getSchedulerState().isShuttingDown()));
    }

    @Produces
    @Singleton
    RecurringTask<Void> watching(NotifyTasks tasks) {
        return Tasks.recurring("notification-watch", FixedDelay.of(WATCHING))
                .execute((instance, context) -> Caller.trusted(Actor.portal()).as(tasks::watch));
    }

    void watch() {
        certificates.look();
        connections.look();
        coverage.look();
        messages.forget(clock.instant().minus(KEPT));
    }
}
