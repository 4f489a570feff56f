package org.photobridge.portal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.HealthStatus;
import org.photobridge.spi.ProviderEnd;

/** Looks, before a run begins, whether it may: both ends well, of one tenant, and the listing not suspiciously short. */
final class Preflight {

    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final long TRIAL = 20;

    private final RunContext run;

    Preflight(RunContext run) {
        this.run = run;
    }

    /** Checks; throws if the run may not begin. */
    void check() {
        run.figures.at(Step.PREFLIGHT, 0);
        if (run.spec.isBulk()) {
            requireHealth(End.SOURCE, run.source, run.sourceCall);
            requireHealth(End.TARGET, run.target, run.targetCall);
        }
        oneRealm(run).ifPresent(stop -> {
            throw stop;
        });
        if (run.spec.kind() == RunKind.SYNC) {
            requireNoTrial();
        }
        if (run.spec.isBulk() && run.spec.scope().wholePlan()) {
            requireEnoughPeople();
        }
    }

    private void requireHealth(End end, ProviderEnd provider, CallContext call) {
        Instant now = run.now();
        Optional<HealthReport> recent =
                run.ports.health().since(end, now.minus(FRESH)).filter(HealthReport::isHealthy);
        HealthReport report = recent.orElseGet(() -> run.calls.once(() -> provider.checkHealth(call)));
        if (recent.isEmpty()) {
            run.ports.health().keep(end, report, now);
        }
        report.checks().stream()
                .filter(check -> check.status() == HealthStatus.FAIL)
                .findFirst()
                .ifPresent(this::stop);
    }

    /** Ends the run as if a call had met this failure: one that passes by itself lets a run for many come back later. */
    private void stop(HealthCheck check) {
        String detail =
                check.label().get(Locale.ENGLISH) + ": " + check.detail().get(Locale.ENGLISH);
        ErrorCategory category = check.category().orElse(ErrorCategory.CONFIGURATION);
        throw run.calls.stop(Failure.of(category, check.code(), detail));
    }

    /** Set if source and target are of two tenants, as far as they know by now: an end may learn it with its first call. */
    static Optional<RunStopped> oneRealm(RunContext run) {
        Optional<String> source = run.source.realm();
        Optional<String> target = run.target.realm();
        if (source.isEmpty() || target.isEmpty() || source.get().equalsIgnoreCase(target.get())) {
            return Optional.empty();
        }
        String detail = "The source is in " + source.get() + ", the target in " + target.get();
        return Optional.of(
                RunStopped.failed(Failure.of(ErrorCategory.CONFIGURATION, Reason.REALMS_DIFFER.code(), detail)));
    }

    private void requireNoTrial() {
        if (run.spec.trial() && Listing.countWantedUpTo(run, TRIAL + 1) > TRIAL) {
            throw RunStopped.failed(Failures.of(Reason.PLAN_ON_TRIAL, "More than " + TRIAL + " people"));
        }
    }

    private void requireEnoughPeople() {
        long fewest = run.spec.rules().guards().fewestPeople();
        if (fewest == 0 || run.spec.approval().fewerPeople()) {
            return;
        }
        long listed = Listing.countUpTo(run, fewest);
        if (listed < fewest) {
            run.journal().hold(new Hold(Reason.FEWER_PEOPLE_LISTED, listed, fewest, List.of()));
            throw RunStopped.because(
                    RunState.AWAITING_APPROVAL,
                    Reason.FEWER_PEOPLE_LISTED,
                    listed + " are listed, at least " + fewest + " are expected");
        }
    }
}
