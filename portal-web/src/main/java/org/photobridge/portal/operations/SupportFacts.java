package org.photobridge.portal.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.connection.ConnectionService;
import org.photobridge.portal.connection.ConnectionView;
import org.photobridge.portal.connection.RegistrationService;
import org.photobridge.portal.connection.RegistrationView;
import org.photobridge.portal.engine.BudgetUse;
import org.photobridge.portal.engine.Gate;
import org.photobridge.portal.job.RunFilter;
import org.photobridge.portal.job.RunRow;
import org.photobridge.portal.job.RunService;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.platform.Masked;
import org.photobridge.portal.provider.ProviderRegistry;
import org.photobridge.spi.HealthCheck;

/** Picks what support may see of the portal's tables: field by field, so that a new field is out until somebody lets it in. */
@ApplicationScoped
class SupportFacts {
    private static final int RUNS = 100;

    @Inject
    private ConnectionService connections;

    @Inject
    private RegistrationService registrations;

    @Inject
    private PlanService plans;

    @Inject
    private RunService runs;

    @Inject
    private ProviderRegistry providers;

    @Inject
    private Gate gate;

    record ProviderFacts(String id, String version, boolean usable, List<String> problems) {}

    record ConnectionFacts(
            long id, String name, String provider, String role, Map<String, String> values, List<String> secretsSet) {}

    record CheckFacts(String code, String status, String detail) {}

    record HealthFacts(long connection, Instant at, List<CheckFacts> checks) {}

    record RegistrationFacts(
            long id, String name, Optional<Instant> certificateEnds, Optional<Instant> nextCertificateEnds) {}

    record PlanFacts(
            long id,
            String name,
            long source,
            long target,
            boolean enabled,
            boolean trial,
            boolean scheduled,
            String notOurs,
            String onRemoval) {}

    record RunFacts(
            long id,
            long plan,
            String kind,
            String lane,
            String scope,
            String trigger,
            String state,
            Instant requestedAt,
            Optional<Instant> startedAt,
            Optional<Instant> finishedAt,
            Optional<Instant> waitingUntil,
            String waitingFor,
            String problem,
            Map<?, Long> outcomes,
            Optional<Long> total,
            Optional<Long> listed) {}

    record BudgetFacts(String budget, String limit, long used, long allowed, long waits, long waitedSeconds) {}

    /** By file name. */
    Map<String, Object> all() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("providers.json", providers());
        facts.put(
                "connections.json",
                connections.list().stream().map(SupportFacts::connection).toList());
        facts.put(
                "registrations.json",
                registrations.list().stream().map(SupportFacts::registration).toList());
        facts.put(
                "health.json",
                connections.list().stream()
                        .flatMap(view -> health(view).stream())
                        .toList());
        facts.put("plans.json", plans.list().stream().map(SupportFacts::plan).toList());
        facts.put(
                "runs.json",
                runs.find(RunFilter.ALL, 0, RUNS).stream()
                        .map(SupportFacts::run)
                        .toList());
        facts.put("budgets.json", gate.use().stream().map(SupportFacts::budget).toList());
        return facts;
    }

    private List<ProviderFacts> providers() {
        return providers.list().stream()
                .map(state -> new ProviderFacts(
                        state.id(),
                        state.version(),
                        state.isUsable(),
                        state.problems().stream()
                                .map(problem -> Masked.text(problem.toString()))
                                .toList()))
                .toList();
    }

    private static ConnectionFacts connection(ConnectionView view) {
        return new ConnectionFacts(
                view.id(),
                view.name(),
                view.providerId(),
                view.role().name(),
                view.values(),
                List.copyOf(view.stored().keySet()));
    }

    private static Optional<HealthFacts> health(ConnectionView view) {
        return view.health()
                .map(known -> new HealthFacts(
                        view.id(),
                        known.at(),
                        known.report().checks().stream()
                                .map(SupportFacts::check)
                                .toList()));
    }

    private static CheckFacts check(HealthCheck check) {
        return new CheckFacts(
                check.code(), check.status().name(), Masked.text(check.detail().get(Locale.ENGLISH)));
    }

    private static RegistrationFacts registration(RegistrationView view) {
        return new RegistrationFacts(
                view.id(),
                view.name(),
                view.now().map(RegistrationView.CertificateView::validUntil),
                view.next().map(RegistrationView.CertificateView::validUntil));
    }

    private static PlanFacts plan(Plan plan) {
        return new PlanFacts(
                plan.id(),
                plan.name(),
                plan.sourceConnection(),
                plan.targetConnection(),
                plan.enabled(),
                plan.trial(),
                plan.schedule().isPresent(),
                plan.rules().notOurs().name(),
                plan.rules().onRemoval().name());
    }

    /** Neither who asked nor for whom, and no free text. */
    private static RunFacts run(RunRow run) {
        return new RunFacts(
                run.id(),
                run.planId(),
                run.kind().name(),
                run.lane().name(),
                run.scopeKind().name(),
                run.triggerKind().name(),
                run.state().name(),
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.waitingUntil(),
                run.waitingFor(),
                run.problemCode(),
                run.counts().outcomes(),
                run.total(),
                run.listed());
    }

    private static BudgetFacts budget(BudgetUse use) {
        return new BudgetFacts(
                use.limit().budget(),
                use.limit().name(),
                use.used(),
                use.limit().units(),
                use.waits(),
                use.waited().toSeconds());
    }
}
