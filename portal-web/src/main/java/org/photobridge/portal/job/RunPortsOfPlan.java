package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.connection.Connections;
import org.photobridge.portal.engine.End;
import org.photobridge.portal.engine.PreviewStore;
import org.photobridge.portal.engine.RunPorts;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.ProtectionService;

/** Connects one execution of a run with the storage. */
@ApplicationScoped
class RunPortsOfPlan {

    @Inject
    private Jdbi jdbi;

    @Inject
    private BeforeImageRepository beforeImages;

    @Inject
    private ProtectionService protection;

    @Inject
    private RunLifecycleRepository lifecycle;

    @Inject
    private Connections connections;

    @Inject
    private PreviewRepository previews;

    @Inject
    private Clock clock;

    RunPorts of(RunRow run, Plan plan, BooleanSupplier shuttingDown) {
        StoredRunJournal.Execution execution =
                new StoredRunJournal.Execution(run.id(), run.epoch(), plan.sourceConnection(), plan.targetConnection());
        return new RunPorts(
                new StoredRunJournal(
                        jdbi,
                        execution,
                        beforeImages,
                        ids -> protection.protectedAmong(plan.sourceConnection(), ids),
                        clock),
                new StoredRunControl(lifecycle, run, shuttingDown, clock),
                new PlanHealth(connections, plan.sourceConnection(), plan.targetConnection()),
                previews(plan));
    }

    private PreviewStore previews(Plan plan) {
        return (accountId, end, jpeg) ->
                previews.keep(end == End.SOURCE ? plan.sourceConnection() : plan.targetConnection(), accountId, jpeg);
    }
}
