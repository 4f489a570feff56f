package org.photobridge.portal.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.photobridge.portal.engine.BudgetUse;
import org.photobridge.portal.engine.Gate;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.job.PeopleRecorded;
import org.photobridge.portal.job.RunHalted;
import org.photobridge.portal.platform.DatabaseReady;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** The portal's own metrics: counters since this node started, and how things stood when they were last asked for. */
@ApplicationScoped
public class Metrics {
    private static final String PREFIX = "photobridge_";

    @Inject
    private MetricRegistry registry;

    @Inject
    private FiguresRepository repository;

    @Inject
    private Gate gate;

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile Figures figures = Figures.NONE;

    void onStart(@Observes DatabaseReady ready) {
        Stream.of(RunState.values())
                .filter(state -> !state.isFinal())
                .map(RunState::name)
                .forEach(state -> gauge(
                        "runs", "Unfinished runs", now -> now.runs().getOrDefault(state, 0L), new Tag("state", state)));
        Stream.of(Lane.values())
                .map(Lane::name)
                .forEach(lane -> gauge(
                        "queue_oldest_seconds",
                        "How long the oldest queued run has been waiting",
                        now -> now.oldestSeconds().getOrDefault(lane, 0L),
                        new Tag("lane", lane)));
        registry.counter(described("sign_in_failures", "Sign-ins that were refused"));
        gauge("tasks_due", "Tasks that are due and that no node has taken", Figures::tasksDue);
        gauge("tasks_late_seconds", "How long the first of them has been due", Figures::taskLateSeconds);
    }

    void onPeople(@Observes PeopleRecorded recorded) {
        recorded.counts()
                .outcomes()
                .forEach((outcome, people) -> registry.counter(
                                described("outcomes", "People by how a run ended for them"),
                                new Tag("kind", recorded.kind().name()),
                                new Tag("outcome", outcome.name()))
                        .inc(people));
    }

    void onRun(@Observes RunHalted halted) {
        registry.counter(
                        described("run_stops", "Executions of runs by the state they ended in"),
                        new Tag("kind", halted.run().kind().name()),
                        new Tag("state", halted.summary().state().name()))
                .inc();
    }

    /** Looks how things stand, for the figures that are asked for next. */
    public void refresh() {
        Access.requireUnlimited(Role.VIEWER);
        figures = repository.now(gate.use());
        figures.budgets().forEach(this::know);
    }

    /** A limit is known once a connection that has it was used. */
    private void know(BudgetUse use) {
        String budget = use.limit().budget();
        String limit = use.limit().name();
        if (!known.add(budget + " " + limit)) {
            return;
        }
        budget("budget_used", "Units taken in the window that ends now", budget, limit, BudgetUse::used);
        budget(
                "budget_allowed",
                "Units that the service allows in a window",
                budget,
                limit,
                limited -> limited.limit().units());
        budget("budget_in_flight", "Calls in flight", budget, limit, BudgetUse::inFlight);
        budget(
                "budget_exhausted",
                "1 while the service allows nothing more",
                budget,
                limit,
                limited -> limited.pausedUntil().isPresent() ? 1 : 0);
        budget("budget_waits", "Calls that had to wait since the start", budget, limit, BudgetUse::waits);
        budget(
                "budget_wait_seconds",
                "How long they waited, together",
                budget,
                limit,
                limited -> limited.waited().toSeconds());
    }

    private void budget(String name, String what, String budget, String limit, ToLongFunction<BudgetUse> figure) {
        gauge(
                name,
                what,
                now -> now.budget(budget, limit).map(figure::applyAsLong).orElse(0L),
                new Tag("budget", budget),
                new Tag("limit", limit));
    }

    private void gauge(String name, String what, ToLongFunction<Figures> figure, Tag... tags) {
        registry.gauge(described(name, what), () -> figure.applyAsLong(figures), tags);
    }

    private static Metadata described(String name, String what) {
        return Metadata.builder().withName(PREFIX + name).withDescription(what).build();
    }
}
