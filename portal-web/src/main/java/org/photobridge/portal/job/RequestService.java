package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.audit.Origin;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Takes requests: stores each with its run and wakes the plan's worker, in one transaction. */
@ApplicationScoped
public class RequestService {

    /** The most people that are worth the fast lane. */
    public static final int ON_DEMAND_MOST = 20;

    /** What became of an asking. {@code isNew} is false if an equal request was waiting already. */
    public record Submitted(long runId, boolean isNew) {}

    private final RequestRepository requests;
    private final PlanService plans;
    private final PlanWorkers workers;
    private final RequestBorder border;
    private final Audit audit;
    private final Clock clock;

    protected RequestService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public RequestService(
            RequestRepository requests,
            PlanService plans,
            PlanWorkers workers,
            RequestBorder border,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.plans = plans;
        this.workers = workers;
        this.border = border;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for a run. An equal request that still waits is returned instead of a new one; if an equal one is being
     * executed, this one follows it, since a photo may have changed since.
     *
     * @throws RequestRefusedException if it can't be done as asked
     */
    @Transactional
    public Submitted submit(Asking asked) {
        Access.require(Role.OPERATOR);
        Plan plan =
                plans.find(asked.planId()).orElseThrow(() -> new RequestRefusedException("request.refused.no-plan"));
        requireSense(asked);
        requireNoTrial(plan, asked);
        Asking asking = border.within(plan, asked);
        requests.inTurn(plan.id());
        Optional<Long> waiting = requests.waiting(asking);
        if (waiting.isPresent() && isApprovedToo(asking, waiting.get())) {
            return new Submitted(waiting.get(), false);
        }
        Lane lane = lane(asking.scope());
        long run = requests.insert(
                asking, new RequestRepository.Origin(plan.name(), trigger(), actor(), lane, clock.instant()));
        workers.wake(plan.id(), lane);
        audit.record(AuditEntry.of("request.submitted", subject(run, asking)).because(asking.reason()));
        return new Submitted(run, true);
    }

    /** An approval goes over to the equal request that waits; not any more once that one is being worked on. */
    private boolean isApprovedToo(Asking asking, long waiting) {
        if (!asking.approved()) {
            return true;
        }
        if (requests.approveWaiting(asking)) {
            audit.record(AuditEntry.of("run.approved", subject(waiting, asking)).because(asking.reason()));
        }
        return requests.waiting(asking).isPresent();
    }

    private static void requireSense(Asking asking) {
        if (asking.kind() == RunKind.UNDO && asking.scope().kind() != ScopeKind.ACCOUNT) {
            throw new RequestRefusedException("request.refused.undo-one");
        }
        if (asking.replaceAnyway()
                && (lane(asking.scope()) == Lane.BULK || asking.reason().isBlank())) {
            throw new RequestRefusedException("request.refused.replace");
        }
    }

    /** Of a list it is known at once how many people it names; of a group or everybody the run finds out. */
    private static void requireNoTrial(Plan plan, Asking asking) {
        boolean many = asking.scope().kind() == ScopeKind.LIST && lane(asking.scope()) == Lane.BULK;
        if (plan.trial() && asking.kind() == RunKind.SYNC && many) {
            throw new RequestRefusedException("request.refused.trial");
        }
    }

    static Lane lane(Scope scope) {
        boolean few = scope.kind() == ScopeKind.ACCOUNT
                || scope.kind() == ScopeKind.LIST && scope.ids().size() <= ON_DEMAND_MOST;
        return few ? Lane.ON_DEMAND : Lane.BULK;
    }

    private static AuditEntry.Subject subject(long run, Asking asking) {
        String what = asking.kind() + " " + asking.scope().kind() + " "
                + asking.scope().label();
        return new AuditEntry.Subject("run", Long.toString(run), what);
    }

    private static String actor() {
        return Origin.current().actor().name();
    }

    private static TriggerKind trigger() {
        return TriggerKind.of(Origin.current().actor().kind());
    }
}
