package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.connection.Connections;
import org.photobridge.portal.engine.Engine;
import org.photobridge.portal.engine.RunSummary;
import org.photobridge.portal.engine.StaleRun;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.platform.LogContext;
import org.photobridge.portal.provider.EndLease;
import org.photobridge.portal.security.Caller;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.ProviderException;

/** Executes one run: borrows both ends, lets the engine work, and stores how it ended. */
@ApplicationScoped
class RunExecutor {

    private static final Logger LOG = System.getLogger(RunExecutor.class.getName());

    @Inject
    private PlanService plans;

    @Inject
    private Connections connections;

    @Inject
    private Engine engine;

    @Inject
    private RunSpecs specs;

    @Inject
    private RunPortsOfPlan ports;

    @Inject
    private RunEnding ending;

    @Inject
    private Clock clock;

    void execute(RunRow run, BooleanSupplier shuttingDown) {
        LogContext.inRun(run.id(), () -> executeAndStore(run, shuttingDown));
    }

    private void executeAndStore(RunRow run, BooleanSupplier shuttingDown) {
        LOG.log(Level.INFO, "Run {0} goes on: {1} of plan {2}", id(run), run.kind(), Long.toString(run.planId()));
        try {
            RunSummary summary = summary(run, shuttingDown);
            ending.store(run, summary);
            LOG.log(
                    Level.INFO,
                    "Run {0} is {1}: {2} {3}",
                    id(run),
                    summary.state(),
                    summary.counts().outcomes(),
                    summary.reason().orElse(""));
        } catch (StaleRun overtaken) {
            LOG.log(Level.INFO, "Run {0}: another execution has taken it", id(run));
        }
    }

    /** As text: a number would get thousands separators. */
    private static String id(RunRow run) {
        return Long.toString(run.id());
    }

    private RunSummary summary(RunRow run, BooleanSupplier shuttingDown) {
        Optional<Plan> plan = Caller.trusted(Actor.portal()).asking(() -> plans.find(run.planId()));
        if (plan.isEmpty()) {
            return Breakdown.failed(Failure.of(ErrorCategory.CONFIGURATION, "plan-gone", "The plan was deleted"));
        }
        try {
            return run(run, plan.get(), shuttingDown);
        } catch (ProviderException e) {
            return Breakdown.failed(e.failure());
        } catch (StaleRun overtaken) {
            throw overtaken;
        } catch (RuntimeException problem) {
            LOG.log(Level.ERROR, "Run " + run.id() + " broke down", problem);
            return Breakdown.of(problem, run.timesWaited(), clock.instant());
        }
    }

    private RunSummary run(RunRow run, Plan plan, BooleanSupplier shuttingDown) {
        try (EndLease<PhotoSource> source = connections.openSource(plan.sourceConnection());
                EndLease<PhotoTarget> target = connections.openTarget(plan.targetConnection())) {
            return engine.run(specs.of(run, plan), source.end(), target.end(), ports.of(run, plan, shuttingDown));
        }
    }
}
