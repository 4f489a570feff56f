package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.Role;
import org.photobridge.portal.security.Sight;

/** Shows what runs are held for, and takes people's decisions about them. */
@ApplicationScoped
public class ApprovalService {

    /** What a run's problem is called from then on; the words are in the bundle. */
    static final String REJECTED = "rejected-by-person";

    private static final int MOST_RUNS = 50;
    private static final int MOST_PEOPLE = 12;

    @Inject
    private RunRepository runs;

    @Inject
    private RunLifecycleRepository lifecycle;

    @Inject
    private RequestRepository requests;

    @Inject
    private HoldRepository holds;

    @Inject
    private RequestService asking;

    @Inject
    private PlanService plans;

    @Inject
    private PlanWorkers workers;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Runs that wait for a decision, the latest first; they are about more people than a limited caller may see. */
    public List<HeldRun> waiting() {
        Access.requireUnlimited(Role.VIEWER);
        RunFilter held = new RunFilter(Optional.empty(), Set.of(), Set.of(RunState.AWAITING_APPROVAL.name()), false);
        return runs.find(held, 0, MOST_RUNS).stream().map(this::held).toList();
    }

    /** How many runs wait for a decision. */
    public long count() {
        Access.require(Role.VIEWER);
        return Sight.current().isLimited() ? 0 : holds.count();
    }

    /** A run with what it is, or was, held for. */
    public Optional<HeldRun> find(long runId) {
        Access.requireUnlimited(Role.VIEWER);
        return runs.find(runId).map(this::held);
    }

    /** What was decided about a run, the earliest first; what somebody wrote there may name others than one may see. */
    public List<RunDecision> decisions(long runId) {
        Access.require(Role.VIEWER);
        return Sight.current().isLimited() ? List.of() : holds.decisions(runId);
    }

    /**
     * Lets a held run do what it is held for.
     *
     * @throws RequestRefusedException if it isn't held any more
     */
    @Transactional
    public void approve(long runId, String reason) {
        Access.require(Role.ADMIN);
        RunRow run = requireHeld(runId);
        if (!lifecycle.queueHeld(runId)) {
            throw new RequestRefusedException("request.refused.not-held");
        }
        requests.approve(runId);
        workers.wake(run.planId(), run.lane());
        decided(run, true, reason);
    }

    /**
     * Ends a held run; what it has done so far stays done.
     *
     * @throws RequestRefusedException if it isn't held any more, or no reason is given
     */
    @Transactional
    public void reject(long runId, String reason) {
        Access.require(Role.ADMIN);
        if (reason.isBlank()) {
            throw new RequestRefusedException("request.refused.no-reason");
        }
        RunRow run = requireHeld(runId);
        if (!lifecycle.rejectHeld(runId, REJECTED)) {
            throw new RequestRefusedException("request.refused.not-held");
        }
        requests.startWorking(runId);
        decided(run, false, reason);
    }

    /**
     * Shows everybody whom a held run would change, by a preview of the same people.
     *
     * @throws RequestRefusedException if it isn't held any more
     */
    @Transactional
    public RequestService.Submitted preview(long runId) {
        Access.requireUnlimited(Role.OPERATOR);
        RunRow run = requireHeld(runId);
        Scope scope = requests.scope(runId);
        return asking.submit(Asking.of(run.planId(), RunKind.PREVIEW, scope).following(runId));
    }

    private RunRow requireHeld(long runId) {
        return runs.find(runId)
                .filter(row -> row.state() == RunState.AWAITING_APPROVAL)
                .orElseThrow(() -> new RequestRefusedException("request.refused.not-held"));
    }

    private void decided(RunRow run, boolean approved, String reason) {
        String by = Caller.current().actor().name();
        holds.decide(run.id(), new RunDecision(approved, by, clock.instant(), reason.strip(), run.problemCode()));
        AuditEntry.Subject subject = new AuditEntry.Subject("run", Long.toString(run.id()), run.planName());
        audit.record(AuditEntry.of(approved ? "run.approved" : "run.rejected", subject)
                .change(RunState.AWAITING_APPROVAL + " " + run.problemCode(), "")
                .because(reason.strip()));
    }

    private HeldRun held(RunRow run) {
        Optional<Plan> plan = plans.find(run.planId());
        long source = plan.map(Plan::sourceConnection).orElse(0L);
        long target = plan.map(Plan::targetConnection).orElse(0L);
        return new HeldRun(
                run,
                source,
                target,
                holds.find(run.id(), source, target, MOST_PEOPLE),
                holds.previewOf(run.id()).flatMap(runs::find));
    }
}
