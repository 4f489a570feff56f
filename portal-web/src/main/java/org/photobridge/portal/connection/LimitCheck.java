package org.photobridge.portal.connection;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.provider.LimitOverrides;
import org.photobridge.portal.provider.LoadedModule;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderEnd;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.RateLimit;

/**
 * Checks that the limits which somebody set are limits that the provider declares: others would be dropped in silence.
 *
 * <p>Only an open end knows its limits, as they may depend on its settings. Opening connects to nothing, so this is still
 * an offline check; but it takes settings that are good.
 */
@ApplicationScoped
class LimitCheck {
    @Inject
    private Clock clock;

    @Inject
    private Home home;

    @Inject
    private ManagedExecutorService executor;

    List<FieldProblem> problems(LoadedModule module, ConnectionInput input, ConnectionCheck settings) {
        LimitOverrides limits = input.limits().orElseGet(LimitOverrides::none);
        if (limits.byLimit().isEmpty()) {
            return List.of();
        }
        try (ProviderEnd end = open(module, input, settings)) {
            return unknown(limits, end.rateLimits());
        } catch (ProviderException e) {
            return List.of(
                    FieldProblem.of(FieldProblem.PROVIDER, "connection.problem.provider-broken", e.getMessage()));
        }
    }

    static List<FieldProblem> unknown(LimitOverrides limits, List<RateLimit> declared) {
        Set<String> known = declared.stream().map(RateLimit::name).collect(Collectors.toCollection(TreeSet::new));
        return limits.byLimit().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> known.isEmpty()
                        ? FieldProblem.of(FieldProblem.LIMITS + name, "connection.problem.limit-none")
                        : FieldProblem.of(
                                FieldProblem.LIMITS + name,
                                "connection.problem.limit-unknown",
                                String.join(", ", known)))
                .toList();
    }

    private ProviderEnd open(LoadedModule module, ConnectionInput input, ConnectionCheck settings) {
        ProviderContext context = ConnectionContext.of(
                clock, input.network(), executor, home.subfolder("work").resolve("connection-check"));
        return input.role() == ProviderRole.SOURCE
                ? module.openSource(settings.config(), context, LimitOverrides.none())
                : module.openTarget(settings.config(), context, LimitOverrides.none());
    }
}
