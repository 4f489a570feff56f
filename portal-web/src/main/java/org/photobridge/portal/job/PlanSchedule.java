package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanChanged;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.security.Caller;

/** Asks for a plan's runs at their times, and moves the times when the plan changes. */
@ApplicationScoped
public class PlanSchedule {

    private final PlanService plans;
    private final RequestService requests;
    private final PlanWorkers workers;
    private final Clock clock;

    protected PlanSchedule() {
        this(null, null, null, null);
    }

    @Inject
    PlanSchedule(PlanService plans, RequestService requests, PlanWorkers workers, Clock clock) {
        this.plans = plans;
        this.requests = requests;
        this.workers = workers;
        this.clock = clock;
    }

    /** The plan's time has come, or has come while no portal was running. */
    void fire(long planId) {
        plan(planId).filter(Plan::runsByItself).ifPresent(this::ask);
    }

    /** The plan's next time, as it is now: it may have been changed while it fired. */
    Instant next(long planId) {
        return next(plan(planId));
    }

    /** In the transaction of the change: the plan and its rows in the queue stand or fall together. */
    void planChanged(@Observes PlanChanged change) {
        workers.make(change.plan());
        boolean isGone = change.kind() == PlanChanged.Kind.DELETED;
        workers.scheduleAt(change.plan(), isGone ? PlanWorkers.NEVER : next(change.plan()));
    }

    private void ask(Plan plan) {
        Caller.trusted(Actor.schedule(plan.name()))
                .as(() -> requests.submit(Asking.of(plan.id(), RunKind.SYNC, Scope.all())));
    }

    private Optional<Plan> plan(long planId) {
        return Caller.trusted(Actor.portal()).asking(() -> plans.find(planId));
    }

    private Instant next(Optional<Plan> plan) {
        return plan.filter(Plan::runsByItself)
                .flatMap(Plan::schedule)
                .map(schedule -> schedule.nextAfter(clock.instant()))
                .orElse(PlanWorkers.NEVER);
    }
}
