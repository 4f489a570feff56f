package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.LocalText;

/** How a run for many ends if the health check that comes before it fails. */
class AilingEndTest {
    private static final LocalText TEXT = LocalText.of("Sign in");
    private static final HealthReport WELL = new HealthReport(List.of(HealthCheck.pass("sign-in", TEXT, TEXT)));
    private static final HealthCheck FAILING = HealthCheck.fail("it-ails", TEXT, TEXT, TEXT);

    private final EngineHarness plan = EngineHarness.of("anna");

    private RunSummary syncWith(HealthCheck failing) {
        plan.target.reportHealth(new HealthReport(List.of(failing)));
        return plan.sync();
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCategory.class,
            mode = Mode.EXCLUDE,
            names = {"THROTTLED", "UNAVAILABLE", "INTERNAL"})
    void what_somebody_must_mend_fails_the_run_with_its_category(ErrorCategory category) {
        RunSummary summary = syncWith(FAILING.as(category));

        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.category()).contains(category);
        assertThat(summary.reason()).contains("it-ails");
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCategory.class,
            names = {"THROTTLED", "UNAVAILABLE", "INTERNAL"})
    void what_passes_by_itself_lets_the_run_come_back(ErrorCategory category) {
        RunSummary summary = syncWith(FAILING.as(category));

        assertThat(summary.state()).isEqualTo(RunState.WAITING);
        assertThat(summary.category()).contains(category);
        assertThat(summary.resumeAt()).contains(plan.clock.instant().plus(ProviderCalls.NEXT_TRY));
        assertThat(plan.source.listing().calls()).isZero();
    }

    @Test
    void check_that_says_no_category_is_a_matter_of_settings() {
        RunSummary summary = syncWith(FAILING);

        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.category()).contains(ErrorCategory.CONFIGURATION);
    }

    @Test
    void failure_of_a_while_ago_is_not_held_against_an_end_that_is_well_now() {
        plan.knownHealth.put(End.TARGET, new HealthReport(List.of(FAILING)));
        plan.target.reportHealth(WELL);
        plan.pass(Duration.ofMinutes(1));

        assertThat(plan.sync().state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void good_report_of_a_while_ago_will_do() {
        plan.knownHealth.put(End.TARGET, WELL);

        assertThat(syncWith(FAILING).state()).isEqualTo(RunState.SUCCEEDED);
    }
}
