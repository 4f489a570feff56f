package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
    private Event<PeopleRecorded> people;

    @Inject
    private Clock clock;

    RunPorts of(RunRow run, Plan plan, BooleanSupplier shuttingDown) {
        return new RunPorts(
                new ToldJournal(journal(run, plan), counts -> people.fire(new PeopleRecorded(run.kind(), counts))),
                new StoredRunControl(lifecycle, run, shuttingDown, clock),
                new PlanHealth(connections, plan.sourceConnection(), plan.targetConnection()),
                previews(plan));
    }

    private StoredRunJournal journal(RunRow run, Plan plan) {
        return new StoredRunJournal(
                jdbi,
                new StoredRunJournal.Execution(run.id(), run.epoch(), plan.sourceConnection(), plan.targetConnection()),
                beforeImages,
                ids -> protection.protectedAmong(plan.sourceConnection(), ids),
                clock);
    }

    private PreviewStore previews(Plan plan) {
        return (accountId, end, jpeg) ->
                previews.keep(end == End.SOURCE ? plan.sourceConnection() : plan.targetConnection(), accountId, jpeg);
    }
}
