package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import org.photobridge.portal.engine.Approval;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunScope;
import org.photobridge.portal.engine.RunSpec;
import org.photobridge.portal.plan.Plan;

/** Tells the engine what a stored run and its plan ask for. */
@ApplicationScoped
class RunSpecs {

    private final RequestRepository requests;
    private final RunLifecycleRepository lifecycle;

    protected RunSpecs() {
        this(null, null);
    }

    @Inject
    RunSpecs(RequestRepository requests, RunLifecycleRepository lifecycle) {
        this.requests = requests;
        this.lifecycle = lifecycle;
    }

    RunSpec of(RunRow run, Plan plan) {
        RequestRepository.Allowance allowance = requests.allowance(run.id());
        return new RunSpec(
                run.id(),
                plan.id(),
                run.kind(),
                scope(requests.scope(run.id()), plan),
                plan.rules(),
                run.lane(),
                plan.trial(),
                run.triggerKind() == TriggerKind.SCHEDULE,
                allowance.replaceAnyway(),
                undoOf(run),
                allowance.approved() ? Approval.ALL : Approval.NONE,
                lifecycle.lastListing(plan.id()),
                run.timesWaited());
    }

    /** Everybody means everybody whom the plan is for. */
    private static RunScope scope(Scope scope, Plan plan) {
        return switch (scope.kind()) {
            case ALL -> plan.who().scope();
            case GROUP -> RunScope.groups(scope.ids());
            case ACCOUNT, LIST -> RunScope.accounts(scope.ids());
        };
    }

    private static OptionalLong undoOf(RunRow run) {
        return run.kind() == RunKind.UNDO && run.startedByRun().isPresent()
                ? OptionalLong.of(run.startedByRun().get())
                : OptionalLong.empty();
    }
}
