package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.portal.security.Sight;

/** Shows runs and their outcomes, and stops, pauses and resumes them. */
@ApplicationScoped
public class RunService {

    @Inject
    private RunRepository runs;

    @Inject
    private OutcomeRepository outcomes;

    @Inject
    private RunsInSight inSight;

    @Inject
    private RunLifecycleRepository lifecycle;

    @Inject
    private RequestRepository requests;

    @Inject
    private PlanWorkers workers;

    @Inject
    private Audit audit;

    public Optional<RunRow> find(long runId) {
        Access.require(Role.VIEWER);
        return inSight.shown(runs.find(runId));
    }

    /** One page of runs, the latest first. */
    public List<RunRow> find(RunFilter filter, int first, int size) {
        Access.require(Role.VIEWER);
        return inSight.shown(runs.find(filter, first, size));
    }

    public long count(RunFilter filter) {
        Access.require(Role.VIEWER);
        return runs.count(filter);
    }

    /** Runs that haven't ended, the oldest first. */
    public List<RunRow> unfinished() {
        Access.require(Role.VIEWER);
        return inSight.shown(runs.unfinished());
    }

    /** One page of a run's outcomes by name. */
    public List<OutcomeRow> outcomes(long runId, OutcomeFilter filter, int first, int size) {
        Access.require(Role.VIEWER);
        return outcomes.find(runId, filter, first, size);
    }

    public long countOutcomes(long runId, OutcomeFilter filter) {
        Access.require(Role.VIEWER);
        return outcomes.count(runId, filter);
    }

    /** A run's outcomes behind an account id, for reading all of them while the run goes on. */
    public List<OutcomeRow> outcomesAfter(long runId, OutcomeFilter filter, String accountId, int size) {
        Access.require(Role.VIEWER);
        return outcomes.after(runId, filter, accountId, size);
    }

    /** How many people ended with which reason. */
    public Map<String, Long> reasons(long runId) {
        Access.require(Role.VIEWER);
        return outcomes.reasons(runId);
    }

    /** The latest outcomes of one person, the newest first. */
    public List<OutcomeRow> ofPerson(String accountId, int size) {
        Access.require(Role.VIEWER);
        return outcomes.ofPerson(accountId, size);
    }

    /** Whether a run has ever listed all people of the plan; before that nobody can say how everybody is. */
    public boolean hasListedEverybody(long planId) {
        Access.require(Role.VIEWER);
        return lifecycle.lastListing(planId) > 0;
    }

    /** The latest failures of anybody, the newest first. */
    public List<OutcomeRow> latestFailures(int size) {
        Access.require(Role.VIEWER);
        return outcomes.latestFailures(size);
    }

    /** Stops a run: at once if nobody executes it, else between two people. Nothing happens if it has ended. */
    @Transactional
    public void cancel(long runId) {
        Access.require(Role.OPERATOR);
        requireOwn(runId);
        if (lifecycle.cancelIdle(runId)) {
            requests.startWorking(runId);
            record("run.cancelled", runId);
        } else if (lifecycle.requestCancel(runId)) {
            record("run.cancel-requested", runId);
        }
    }

    /** Pauses a running run. */
    @Transactional
    public void pause(long runId) {
        Access.require(Role.OPERATOR);
        requireOwn(runId);
        if (lifecycle.requestPause(runId)) {
            record("run.pause-requested", runId);
        }
    }

    /** Lets a paused or waiting run go on now. */
    @Transactional
    public void resume(long runId) {
        Access.require(Role.OPERATOR);
        requireOwn(runId);
        Optional<RunRow> run = runs.find(runId);
        if (run.isPresent() && lifecycle.queueAgain(runId)) {
            workers.wake(run.get().planId(), run.get().lane());
            record("run.resumed", runId);
        }
    }

    /** Whether the caller may stop it and go on from it. */
    public boolean isSteerable(RunRow run) {
        Access.require(Role.VIEWER);
        return !Sight.current().isLimited() || inSight.isOwn(run);
    }

    /** A run may be about people of whom a limited caller knows nothing: that one stops only what they started. */
    private void requireOwn(long runId) {
        if (Sight.current().isLimited()) {
            RunRow run = runs.find(runId).orElseThrow(RunService::unknown);
            if (!inSight.isOwn(run)) {
                Access.refused("another caller's run");
                throw new RequestRefusedException("request.refused.not-yours");
            }
        }
    }

    private static RequestRefusedException unknown() {
        return new RequestRefusedException("request.refused.no-run");
    }

    /** Records that somebody takes a run's outcomes away as a file. */
    public void exporting(long runId, OutcomeFilter filter, String format) {
        Access.require(Role.VIEWER);
        audit.record(AuditEntry.of("run.exported", subject(runId)).change("", format + " " + filter));
    }

    private void record(String action, long runId) {
        audit.record(AuditEntry.of(action, subject(runId)));
    }

    private static AuditEntry.Subject subject(long runId) {
        return new AuditEntry.Subject("run", Long.toString(runId), "run " + runId);
    }
}
