package org.photobridge.portal.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.photobridge.portal.connection.ConnectionView;
import org.photobridge.portal.connection.RegistrationView;
import org.photobridge.portal.connection.RegistrationView.CertificateView;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.job.RunRow;

/**
 * The one sentence about how the portal is, and where its one next action leads: a pure function of the facts.
 *
 * @param name what it is about: a connection's name, a plan's; empty text if there is no such thing
 * @param number how many, or in how many days
 * @param parameters of the page that the action leads to
 */
public record HealthBanner(Finding finding, String name, long number, Map<String, String> parameters) {

    private static final Duration SOON = Duration.ofDays(30);

    /** Looks for one thing after the other. */
    private record Look(HealthFacts facts) {

        Optional<HealthBanner> setUp() {
            if (facts.connections().isEmpty()) {
                return Optional.of(plain(Finding.NO_CONNECTION));
            }
            return facts.plans().isEmpty() ? Optional.of(plain(Finding.NO_PLAN)) : Optional.empty();
        }

        Optional<HealthBanner> connection(Finding finding, Predicate<ConnectionView> trouble) {
            return facts.connections().stream()
                    .filter(trouble)
                    .findFirst()
                    .map(found -> new HealthBanner(finding, found.name(), 0, Map.of("id", Long.toString(found.id()))));
        }

        Optional<HealthBanner> certificate(Finding finding, Instant before) {
            return facts.registrations().stream()
                    .filter(registration -> end(registration).isBefore(before))
                    .min(Comparator.comparing(Look::end))
                    .map(found -> new HealthBanner(finding, found.name(), days(end(found)), Map.of()));
        }

        private static Instant end(RegistrationView registration) {
            return registration.now().map(CertificateView::validUntil).orElse(Instant.MAX);
        }

        private long days(Instant end) {
            return Math.max(0, Duration.between(facts.now(), end).toDays());
        }

        Optional<HealthBanner> run(Finding finding, List<RunRow> runs, RunState state) {
            return runs.stream()
                    .filter(run -> run.state() == state)
                    .findFirst()
                    .map(run -> new HealthBanner(finding, run.planName(), 0, Map.of("id", Long.toString(run.id()))));
        }

        Optional<HealthBanner> unchecked() {
            return facts.coverage().filter(Coverage::isUnchecked).map(coverage -> plain(Finding.NOBODY_CHECKED));
        }

        Optional<HealthBanner> people(Finding finding, Condition... conditions) {
            long people = Stream.of(conditions)
                    .mapToLong(condition -> facts.coverage().orElseThrow().of(condition))
                    .sum();
            return people == 0
                    ? Optional.empty()
                    : Optional.of(new HealthBanner(finding, "", people, Map.of("condition", conditions[0].name())));
        }
    }

    static HealthBanner of(HealthFacts facts) {
        Look look = new Look(facts);
        Stream<Supplier<Optional<HealthBanner>>> looks = Stream.of(
                look::setUp,
                () -> look.connection(Finding.PROVIDER_MISSING, connection -> !connection.providerUsable()),
                () -> look.connection(Finding.UNHEALTHY, HealthBanner::isUnhealthy),
                () -> look.certificate(Finding.CERTIFICATE_ENDED, facts.now()),
                () -> look.run(Finding.RUN_HELD, facts.unfinished(), RunState.AWAITING_APPROVAL),
                () -> look.run(Finding.RUN_FAILED, facts.lastRuns(), RunState.FAILED),
                () -> look.run(Finding.RUN_PAUSED, facts.unfinished(), RunState.PAUSED),
                () -> look.certificate(Finding.CERTIFICATE_ENDING, facts.now().plus(SOON)),
                look::unchecked,
                () -> look.people(Finding.PEOPLE_FAILED, Condition.FAILED),
                () -> look.people(Finding.PEOPLE_BEHIND, Condition.OUT_OF_DATE),
                () -> look.people(Finding.PEOPLE_BEHIND, Condition.MISSING_IN_TARGET));
        return looks.map(Supplier::get).flatMap(Optional::stream).findFirst().orElseGet(() -> plain(Finding.GOOD));
    }

    private static boolean isUnhealthy(ConnectionView connection) {
        return connection.health().map(known -> !known.report().isHealthy()).orElse(false);
    }

    private static HealthBanner plain(Finding finding) {
        return new HealthBanner(finding, "", 0, Map.of());
    }
}
