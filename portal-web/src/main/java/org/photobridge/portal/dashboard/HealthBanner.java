package org.photobridge.portal.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.photobridge.portal.connection.ConnectionView;
import org.photobridge.portal.connection.RegistrationView;
import org.photobridge.portal.connection.RegistrationView.CertificateView;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.job.RunRow;

/**
 * One sentence about how the portal is, and where its one next action leads: a pure function of the facts.
 *
 * @param name what it is about: a connection's name, a plan's; empty text if there is no such thing
 * @param number how many, or in how many days
 * @param parameters of the page that the action leads to
 */
public record HealthBanner(Finding finding, String name, long number, Map<String, String> parameters) {

    private static final Duration SOON = Duration.ofDays(30);

    /** Looks for one thing after the other. */
    private record Look(HealthFacts facts) {

        Stream<HealthBanner> setUp() {
            if (facts.connections().isEmpty()) {
                return Stream.of(plain(Finding.NO_CONNECTION));
            }
            return facts.plans().isEmpty() ? Stream.of(plain(Finding.NO_PLAN)) : Stream.empty();
        }

        Stream<HealthBanner> connections(Finding finding, Predicate<ConnectionView> trouble) {
            return facts.connections().stream()
                    .filter(trouble)
                    .map(found -> new HealthBanner(finding, found.name(), 0, Map.of("id", Long.toString(found.id()))));
        }

        /** Of those that end from then on, but before this. */
        Stream<HealthBanner> certificates(Finding finding, Instant from, Instant before) {
            return facts.registrations().stream()
                    .filter(registration -> !end(registration).isBefore(from))
                    .filter(registration -> end(registration).isBefore(before))
                    .sorted(Comparator.comparing(Look::end))
                    .map(found -> new HealthBanner(finding, found.name(), days(end(found)), Map.of()));
        }

        private static Instant end(RegistrationView registration) {
            return registration.now().map(CertificateView::validUntil).orElse(Instant.MAX);
        }

        private long days(Instant end) {
            return Math.max(0, Duration.between(facts.now(), end).toDays());
        }

        Stream<HealthBanner> runs(Finding finding, List<RunRow> runs, RunState state) {
            return runs.stream()
                    .filter(run -> run.state() == state)
                    .map(run -> new HealthBanner(finding, run.planName(), 0, Map.of("id", Long.toString(run.id()))));
        }

        Stream<HealthBanner> unchecked() {
            return facts
                    .coverage()
                    .filter(Coverage::isUnchecked)
                    .map(coverage -> plain(Finding.NOBODY_CHECKED))
                    .stream();
        }

        Stream<HealthBanner> people(Finding finding, Condition condition) {
            long people =
                    facts.coverage().map(coverage -> coverage.of(condition)).orElse(0L);
            return people == 0
                    ? Stream.empty()
                    : Stream.of(new HealthBanner(finding, "", people, Map.of("condition", condition.name())));
        }
    }

    /** All that there is to say, the most urgent first; that all is well if it is nothing else. */
    static List<HealthBanner> all(HealthFacts facts) {
        Look look = new Look(facts);
        Instant soon = facts.now().plus(SOON);
        List<HealthBanner> found = Stream.of(
                        look.setUp(),
                        look.connections(Finding.PROVIDER_MISSING, connection -> !connection.providerUsable()),
                        look.connections(Finding.UNHEALTHY, HealthBanner::isUnhealthy),
                        look.certificates(Finding.CERTIFICATE_ENDED, Instant.MIN, facts.now()),
                        look.runs(Finding.RUN_HELD, facts.unfinished(), RunState.AWAITING_APPROVAL),
                        look.runs(Finding.RUN_FAILED, facts.lastRuns(), RunState.FAILED),
                        look.runs(Finding.RUN_PAUSED, facts.unfinished(), RunState.PAUSED),
                        look.certificates(Finding.CERTIFICATE_ENDING, facts.now(), soon),
                        look.unchecked(),
                        look.people(Finding.PEOPLE_FAILED, Condition.FAILED),
                        look.people(Finding.PEOPLE_BEHIND, Condition.OUT_OF_DATE),
                        look.people(Finding.PEOPLE_BEHIND, Condition.MISSING_IN_TARGET))
                .flatMap(Function.identity())
                .toList();
        return found.isEmpty() ? List.of(nothingWrong(facts)) : found;
    }

    /** All is well can be said of everybody alone, not of the few whom somebody happened to look at. */
    private static HealthBanner nothingWrong(HealthFacts facts) {
        long known = facts.coverage().map(Coverage::total).orElse(0L);
        return facts.everybodyListed()
                ? plain(Finding.GOOD)
                : new HealthBanner(Finding.NOT_EVERYBODY, "", known, Map.of());
    }

    private static boolean isUnhealthy(ConnectionView connection) {
        return connection.providerUsable()
                && connection.health().map(known -> !known.report().isHealthy()).orElse(false);
    }

    private static HealthBanner plain(Finding finding) {
        return new HealthBanner(finding, "", 0, Map.of());
    }
}
