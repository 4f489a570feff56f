package org.photobridge.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.photobridge.portal.connection.ConnectionView;
import org.photobridge.portal.connection.KnownHealth;
import org.photobridge.portal.connection.Network;
import org.photobridge.portal.connection.RegistrationView;
import org.photobridge.portal.engine.Rules;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.job.RunRow;
import org.photobridge.portal.job.Runs;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.Who;
import org.photobridge.portal.platform.Texts;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.LocalText;

class HealthBannerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Coverage GOOD = Coverage.of(Map.of("IN_SYNC", 500L));
    private static final Plan PLAN =
            new Plan(1, 0, "Everybody", 1, 2, true, false, Who.EVERYBODY, Rules.defaults(), Optional.empty());

    @Test
    void an_empty_portal_starts_with_a_connection_and_then_a_plan() {
        assertThat(first(new HealthFacts(
                                List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), false, NOW))
                        .finding())
                .isEqualTo(Finding.NO_CONNECTION);
        assertThat(first(new HealthFacts(
                                List.of(connection(true, true)),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                false,
                                NOW))
                        .finding())
                .isEqualTo(Finding.NO_PLAN);
    }

    @Test
    void all_is_well_when_nothing_is_wrong() {
        assertThat(banner(connection(true, true), Duration.ofDays(300), List.of(), List.of(), GOOD)
                        .finding())
                .isEqualTo(Finding.GOOD);
    }

    @Test
    void a_connection_that_failed_its_test_comes_before_runs_and_names_itself() {
        HealthBanner banner =
                banner(connection(true, false), Duration.ofDays(300), List.of(run(RunState.PAUSED)), List.of(), GOOD);

        assertThat(banner.finding()).isEqualTo(Finding.UNHEALTHY);
        assertThat(banner.name()).isEqualTo("Contoso Exchange");
        assertThat(banner.parameters()).containsEntry("id", "1");
    }

    @Test
    void a_certificate_is_spoken_of_a_month_before_its_end() {
        assertThat(banner(connection(true, true), Duration.ofDays(40), List.of(), List.of(), GOOD)
                        .finding())
                .isEqualTo(Finding.GOOD);
        HealthBanner ending = banner(connection(true, true), Duration.ofDays(12), List.of(), List.of(), GOOD);
        assertThat(ending.finding()).isEqualTo(Finding.CERTIFICATE_ENDING);
        assertThat(ending.number()).isEqualTo(12);
        assertThat(banner(connection(true, true), Duration.ofDays(-1), List.of(), List.of(), GOOD)
                        .finding())
                .isEqualTo(Finding.CERTIFICATE_ENDED);
    }

    @Test
    void a_held_run_comes_before_a_failed_one_and_that_before_people() {
        Coverage failed = Coverage.of(Map.of("FAILED", 3L, "IN_SYNC", 2L));
        List<RunRow> broken = List.of(run(RunState.FAILED));

        assertThat(banner(
                                connection(true, true),
                                Duration.ofDays(300),
                                List.of(run(RunState.AWAITING_APPROVAL)),
                                broken,
                                failed)
                        .finding())
                .isEqualTo(Finding.RUN_HELD);
        assertThat(banner(connection(true, true), Duration.ofDays(300), List.of(), broken, failed)
                        .finding())
                .isEqualTo(Finding.RUN_FAILED);
        HealthBanner people = banner(connection(true, true), Duration.ofDays(300), List.of(), List.of(), failed);
        assertThat(people.finding()).isEqualTo(Finding.PEOPLE_FAILED);
        assertThat(people.number()).isEqualTo(3);
        assertThat(people.parameters()).containsEntry("condition", "FAILED");
    }

    @Test
    void nobody_looked_at_yet_is_the_next_thing_to_do() {
        Coverage unknown = Coverage.of(Map.of("UNKNOWN", 60L));

        assertThat(banner(connection(true, true), Duration.ofDays(300), List.of(), List.of(), unknown)
                        .finding())
                .isEqualTo(Finding.NOBODY_CHECKED);
        assertThat(banner(connection(true, true), Duration.ofDays(300), List.of(), List.of(), Coverage.of(Map.of()))
                        .finding())
                .isEqualTo(Finding.NOBODY_CHECKED);
    }

    @ParameterizedTest
    @EnumSource(Finding.class)
    void every_finding_has_a_sentence_and_an_action_in_both_languages(Finding finding) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.forLanguageTag("id")}) {
            assertThat(Texts.in(locale).get(finding.key(), "Contoso", 3L))
                    .isNotBlank()
                    .doesNotContain("{");
            assertThat(Texts.in(locale).has(finding.key() + ".action")).isTrue();
        }
    }

    @Test
    void all_else_that_is_wrong_is_told_too_by_urgency_each_with_its_own_way() {
        Coverage coverage = Coverage.of(Map.of("FAILED", 3L, "MISSING_IN_TARGET", 2L, "IN_SYNC", 1L));
        HealthFacts facts = new HealthFacts(
                List.of(connection(true, false), connection(true, true)),
                List.of(registration(NOW.minus(Duration.ofDays(1))), registration(NOW.plus(Duration.ofDays(9)))),
                List.of(PLAN),
                List.of(run(RunState.PAUSED), run(RunState.AWAITING_APPROVAL), run(RunState.AWAITING_APPROVAL)),
                List.of(),
                Optional.of(coverage),
                true,
                NOW);

        assertThat(HealthBanner.all(facts))
                .extracting(HealthBanner::finding)
                .containsExactly(
                        Finding.UNHEALTHY,
                        Finding.CERTIFICATE_ENDED,
                        Finding.RUN_HELD,
                        Finding.RUN_HELD,
                        Finding.RUN_PAUSED,
                        Finding.CERTIFICATE_ENDING,
                        Finding.PEOPLE_FAILED,
                        Finding.PEOPLE_BEHIND);
        assertThat(HealthBanner.all(facts).get(7).parameters()).containsEntry("condition", "MISSING_IN_TARGET");
    }

    @Test
    void a_connection_without_its_provider_is_told_once() {
        HealthFacts facts = new HealthFacts(
                List.of(connection(false, false)),
                List.of(),
                List.of(PLAN),
                List.of(),
                List.of(),
                Optional.of(GOOD),
                true,
                NOW);

        assertThat(HealthBanner.all(facts)).extracting(HealthBanner::finding).containsExactly(Finding.PROVIDER_MISSING);
    }

    @Test
    void all_is_not_well_while_only_some_people_are_known() {
        HealthFacts facts = new HealthFacts(
                List.of(connection(true, true)),
                List.of(),
                List.of(PLAN),
                List.of(),
                List.of(),
                Optional.of(Coverage.of(Map.of("IN_SYNC", 2L))),
                false,
                NOW);

        assertThat(HealthBanner.all(facts)).containsExactly(new HealthBanner(Finding.NOT_EVERYBODY, "", 2, Map.of()));
    }

    private static HealthBanner first(HealthFacts facts) {
        return HealthBanner.all(facts).get(0);
    }

    private static HealthBanner banner(
            ConnectionView connection,
            Duration certificate,
            List<RunRow> unfinished,
            List<RunRow> last,
            Coverage coverage) {
        return first(new HealthFacts(
                List.of(connection),
                List.of(registration(NOW.plus(certificate))),
                List.of(PLAN),
                unfinished,
                last,
                Optional.of(coverage),
                true,
                NOW));
    }

    private static RunRow run(RunState state) {
        return Runs.run(RunKind.SYNC, state, Map.of());
    }

    private static RegistrationView registration(Instant end) {
        var certificate = new RegistrationView.CertificateView("AB", NOW.minus(Duration.ofDays(30)), end, true);
        return new RegistrationView(
                1,
                0,
                "Contoso",
                "tenant",
                "client",
                "global",
                "",
                Optional.empty(),
                Optional.of(certificate),
                Optional.empty(),
                List.of());
    }

    private static ConnectionView connection(boolean usable, boolean healthy) {
        LocalText label = LocalText.of("Sign in");
        HealthCheck check = healthy
                ? HealthCheck.pass("sign-in", label, LocalText.of(""))
                : HealthCheck.fail("sign-in", label, LocalText.of("Refused"), LocalText.of("Check it"));
        return new ConnectionView(
                1,
                0,
                "Contoso Exchange",
                "exchange",
                LocalText.of("Exchange"),
                usable,
                ProviderRole.SOURCE,
                OptionalLong.empty(),
                Map.of(),
                Map.of(),
                new Network("", ""),
                Optional.of(new KnownHealth(new HealthReport(List.of(check)), NOW)),
                List.of());
    }
}
