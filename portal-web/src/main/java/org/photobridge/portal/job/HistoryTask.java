package org.photobridge.portal.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets, every night, what has been kept long enough: previous pictures, and results of single people. */
@ApplicationScoped
class HistoryTask {

    private static final Logger LOG = System.getLogger(HistoryTask.class.getName());
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);

    @Inject
    private BeforeImageRepository beforeImages;

    @Inject
    private HistoryRepository history;

    @Inject
    private Clock clock;

    /** How long pages can tell what a run did for one person. */
    @Inject
    @ConfigProperty(name = "photobridge.history.days", defaultValue = "400")
    private long days;

    @Produces
    @Singleton
    RecurringTask<Void> forgetting(HistoryTask task) {
        return Tasks.recurring("forget-history", new Daily(AT_NIGHT)).execute((instance, context) -> task.forget());
    }

    void forget() {
        int pictures = beforeImages.forgetOld();
        int outcomes = history.forgetOutcomes(clock.instant().minus(Duration.ofDays(days)));
        LOG.log(Level.INFO, "Forgot {0} previous pictures and {1} results of single people", pictures, outcomes);
    }
}
