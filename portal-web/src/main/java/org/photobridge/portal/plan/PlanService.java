package org.photobridge.portal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.connection.ConnectionService;
import org.photobridge.portal.connection.ConnectionUse;
import org.photobridge.portal.connection.FieldProblem;
import org.photobridge.portal.connection.Saved;
import org.photobridge.portal.connection.Words;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.portal.security.Sight;
import org.photobridge.portal.security.SightRepository;

/** What admins do with sync plans, and what others read of them. */
@ApplicationScoped
@Transactional
public class PlanService implements ConnectionUse {
    @Inject
    private PlanRepository store;

    @Inject
    private ConnectionService connections;

    @Inject
    private SightRepository sight;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<PlanChanged> changed;

    /** All plans, by name. */
    public List<Plan> list() {
        Access.require(Role.VIEWER);
        return store.all().stream()
                .map(SyncPlan::plan)
                .filter(plan -> Sight.current().reaches(plan.sourceConnection()))
                .map(this::shown)
                .toList();
    }

    public Optional<Plan> find(long id) {
        Access.require(Role.VIEWER);
        return store.find(id)
                .map(SyncPlan::plan)
                .filter(plan -> Sight.current().reaches(plan.sourceConnection()))
                .map(this::shown);
    }

    /** Whoever is limited to a group sees who of it is left out, and nobody else's name. */
    private Plan shown(Plan plan) {
        if (!Sight.current().isLimited() || plan.who().excluded().isEmpty()) {
            return plan;
        }
        Set<String> seen =
                sight.among(plan.sourceConnection(), plan.who().excluded().keySet());
        return plan.with(plan.who().withExcluded(seen::contains));
    }

    /** When a schedule starts the next runs, by its own clock. */
    public List<ZonedDateTime> nextRuns(Schedule schedule, int number) {
        Access.require(Role.VIEWER);
        return schedule.next(number, clock.instant());
    }

    /** Stores the form, or says everything that is wrong with it. A new plan begins on trial. */
    public Saved save(PlanInput input) {
        Access.require(Role.ADMIN);
        Optional<SyncPlan> stored =
                input.id().isPresent() ? store.find(input.id().getAsLong()) : Optional.empty();
        List<FieldProblem> problems = new ArrayList<>(new PlanCheck(input, connections.list(), list()).problems());
        if (input.id().isPresent() && stored.map(SyncPlan::version).orElse(-1L) != input.version()) {
            problems.add(new FieldProblem(FieldProblem.VERSION, Words.of("connection.problem.version")));
        }
        return problems.isEmpty() ? Saved.as(store(input, stored)) : Saved.not(problems);
    }

    /** Turns a plan's schedule on or off. */
    public void enable(long id, boolean on) {
        Access.require(Role.ADMIN);
        change(id, on ? "plan.enabled" : "plan.disabled", plan -> plan.enable(on, clock.instant()));
    }

    /** Ends the trial: somebody has seen new pictures in the target. */
    public void endTrial(long id) {
        Access.require(Role.ADMIN);
        change(id, "plan.trial-ended", plan -> plan.trial(false, clock.instant()));
    }

    /** Puts a plan on trial again: somebody wants to look at the first pictures once more. */
    public void beginTrial(long id) {
        Access.require(Role.ADMIN);
        change(id, "plan.trial-begun", plan -> plan.trial(true, clock.instant()));
    }

    /** Deletes a plan. Whoever keeps data for it observes {@link PlanChanged} and may refuse by an exception. */
    public void delete(long id) {
        Access.require(Role.ADMIN);
        store.find(id).ifPresent(plan -> {
            changed.fire(new PlanChanged(id, PlanChanged.Kind.DELETED));
            store.remove(plan);
            store.flush();
            record("plan.deleted", plan.plan(), plan.plan().toString(), "");
        });
    }

    @Override
    public List<String> usersOf(long connection) {
        return store.all().stream()
                .map(SyncPlan::plan)
                .filter(plan -> plan.sourceConnection() == connection || plan.targetConnection() == connection)
                .map(Plan::name)
                .toList();
    }

    private long store(PlanInput input, Optional<SyncPlan> stored) {
        SyncPlan plan = stored.orElseGet(SyncPlan::empty);
        String before = stored.map(known -> known.plan().toString()).orElse("");
        plan.fill(input, clock.instant());
        if (stored.isEmpty()) {
            store.add(plan);
        }
        store.flush();
        record(
                stored.isEmpty() ? "plan.created" : "plan.changed",
                plan.plan(),
                before,
                plan.plan().toString());
        changed.fire(
                new PlanChanged(plan.id(), stored.isEmpty() ? PlanChanged.Kind.CREATED : PlanChanged.Kind.CHANGED));
        return plan.id();
    }

    private void change(long id, String action, java.util.function.Consumer<SyncPlan> change) {
        SyncPlan plan = store.find(id).orElseThrow();
        String before = plan.plan().toString();
        change.accept(plan);
        store.flush();
        record(action, plan.plan(), before, plan.plan().toString());
        changed.fire(new PlanChanged(id, PlanChanged.Kind.CHANGED));
    }

    private void record(String action, Plan plan, String before, String after) {
        audit.record(AuditEntry.of(action, new AuditEntry.Subject("plan", Long.toString(plan.id()), plan.name()))
                .change(before, after));
    }
}
