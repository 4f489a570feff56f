package org.photobridge.portal.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.photobridge.portal.connection.ConnectionService;
import org.photobridge.portal.connection.RegistrationService;
import org.photobridge.portal.engine.BudgetUse;
import org.photobridge.portal.engine.Gate;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.job.Asking;
import org.photobridge.portal.job.OutcomeRow;
import org.photobridge.portal.job.RequestService;
import org.photobridge.portal.job.RunFilter;
import org.photobridge.portal.job.RunRow;
import org.photobridge.portal.job.RunService;
import org.photobridge.portal.job.Scope;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Gathers what the first page shows. */
@ApplicationScoped
public class OverviewService {

    private static final int FAILURES = 6;
    private static final int LOOK_BACK = 20;

    @Inject
    private PlanService plans;

    @Inject
    private ConnectionService connections;

    @Inject
    private RegistrationService registrations;

    @Inject
    private RunService runs;

    @Inject
    private RequestService requests;

    @Inject
    private CoverageService coverage;

    @Inject
    private Gate gate;

    @Inject
    private Clock clock;

    public List<Plan> plans() {
        Access.require(Role.VIEWER);
        return plans.list();
    }

    /** What there is to say, each with its next action, the most urgent first; of the plan that the page shows its coverage. */
    public List<HealthBanner> health(Optional<Plan> plan, Optional<Coverage> shown) {
        Access.require(Role.VIEWER);
        List<Plan> all = plans.list();
        return HealthBanner.all(new HealthFacts(
                connections.list(),
                registrations.list(),
                all,
                runs.unfinished(),
                all.stream().flatMap(each -> lastEnded(each).stream()).toList(),
                shown,
                plan.filter(known -> runs.hasListedEverybody(known.id())).isPresent(),
                clock.instant()));
    }

    private Optional<RunRow> lastEnded(Plan plan) {
        RunFilter filter = new RunFilter(Optional.of(plan.id()), Set.of(), Set.of(), true);
        return runs.find(filter, 0, LOOK_BACK).stream().filter(RunRow::isEnded).findFirst();
    }

    public Coverage coverage(Plan plan) {
        Access.require(Role.VIEWER);
        return coverage.now(plan);
    }

    public List<CoverageService.Week> weeks(Plan plan) {
        Access.require(Role.VIEWER);
        return coverage.weeks(plan);
    }

    public List<RunRow> unfinished() {
        Access.require(Role.VIEWER);
        return runs.unfinished();
    }

    /** The latest failures, each person once. */
    public List<OutcomeRow> latestFailures() {
        Access.require(Role.VIEWER);
        Set<String> seen = new HashSet<>();
        return runs.latestFailures(FAILURES * LOOK_BACK).stream()
                .filter(row -> seen.add(row.accountId()))
                .limit(FAILURES)
                .toList();
    }

    public Optional<RunRow> run(long id) {
        Access.require(Role.VIEWER);
        return runs.find(id);
    }

    /** What this node uses just now of what the services allow. */
    public List<BudgetUse> budgets() {
        Access.require(Role.VIEWER);
        return gate.use();
    }

    /** Looks at everybody's pictures; changes none. */
    public RequestService.Submitted checkEverybody(long planId) {
        Access.requireUnlimited(Role.OPERATOR);
        return requests.submit(Asking.of(planId, RunKind.CHECK, Scope.all()));
    }
}
