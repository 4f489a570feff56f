package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.engine.RunSummary;

/** Stores how an execution ended, together with its line in the audit and with what else follows from it. */
@ApplicationScoped
public class RunEnding {

    @Inject
    private RunLifecycleRepository lifecycle;

    @Inject
    private Audit audit;

    @Inject
    private Event<RunHalted> halted;

    @Transactional
    public void store(RunRow run, RunSummary summary) {
        boolean stored = lifecycle.end(run.id(), run.epoch(), summary);
        if (stored && summary.state().isFinal()) {
            audit.record(
                    AuditEntry.of("run.ended", new AuditEntry.Subject("run", Long.toString(run.id()), run.planName()))
                            .change("", summary.state() + " " + summary.counts().outcomes()));
        }
        if (stored) {
            halted.fire(new RunHalted(run, summary));
        }
    }
}
