package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;

class RetryTest {

    private static final ProviderException DOWN =
            ProviderException.of(ErrorCategory.UNAVAILABLE, "fake-down", "503 Service Unavailable");
    private static final ProviderException FORBIDDEN =
            ProviderException.of(ErrorCategory.PERMISSION_DENIED, "fake-forbidden", "403 Forbidden");

    @Test
    void throttled_connection_waits_the_stated_time_and_no_longer() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.reading().throttleOnce(Duration.ofSeconds(90));

        RunSummary summary = plan.sync();

        assertThat(plan.waiter.waits()).containsExactly(Duration.ofSeconds(90));
        assertThat(summary.counts().of(OutcomeType.UPDATED)).isEqualTo(1);
        assertThat(plan.source.reading().calls()).isEqualTo(2);
    }

    @Test
    void a_wait_is_shown_with_its_end_and_its_reason() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.target.writing().throttleOnce(Duration.ofSeconds(90));

        plan.sync();

        assertThat(plan.progress).anySatisfy(shown -> {
            assertThat(shown.waitingUntil()).contains(java.time.Instant.parse("2026-03-02T08:01:30Z"));
            assertThat(shown.waitingFor()).isEqualTo("fake-throttled");
            assertThat(shown.step()).isEqualTo(Step.WRITE);
        });
        assertThat(plan.progress.get(plan.progress.size() - 1).waitingUntil()).isEmpty();
    }

    @Test
    void without_a_stated_time_waits_grow() {
        EngineHarness plan = EngineHarness.of("anna");
        for (int i = 0; i < 3; i++) {
            plan.source.reading().throwOnce(DOWN);
        }

        plan.sync();

        assertThat(plan.waiter.waits())
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void only_those_who_failed_are_asked_again() {
        EngineHarness plan = EngineHarness.of("anna", "bert", "cleo");
        plan.target.writing("bert").throttleOnce(Duration.ofSeconds(5));

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(plan.target.written()).containsExactly("anna", "cleo", "bert");
    }

    @Test
    void an_account_that_keeps_failing_fails_alone_and_is_tried_again_next_time() {
        EngineHarness plan = EngineHarness.of("anna", "bert");
        plan.target.writing("bert").throwAlways(DOWN);

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.COMPLETED_WITH_FAILURES);
        assertThat(plan.outcome("bert").category()).contains(ErrorCategory.UNAVAILABLE);
        assertThat(plan.outcome("bert").reason()).contains("fake-down");
        plan.target.writing("bert").recover();
        assertThat(plan.sync().counts().of(OutcomeType.UPDATED)).isEqualTo(1);
    }

    @Test
    void what_cannot_be_mended_by_trying_is_not_tried_again() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.reading().throwOnce(FORBIDDEN);

        RunSummary summary = plan.sync();

        assertThat(plan.waiter.waits()).isEmpty();
        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.reason()).contains("fake-forbidden");
        assertThat(summary.category()).contains(ErrorCategory.PERMISSION_DENIED);
    }

    @Test
    void an_outage_sends_a_bulk_run_to_wait_and_tells_a_waiting_person_at_once() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.target.looking().throwAlways(DOWN);

        RunSummary bulk = plan.sync();
        RunSummary person = plan.sync("anna");

        assertThat(bulk.state()).isEqualTo(RunState.WAITING);
        assertThat(bulk.resumeAt()).isPresent();
        assertThat(person.state()).isEqualTo(RunState.FAILED);
        assertThat(person.reason()).contains("fake-down");
        assertThat(plan.storage.outcomes(1)).isEmpty();
    }

    @Test
    void a_very_long_wait_frees_the_worker() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.reading().throttleOnce(Duration.ofHours(2));

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.WAITING);
        assertThat(summary.resumeAt()).contains(plan.clock.instant().plus(Duration.ofHours(2)));
        assertThat(plan.waiter.waits()).isEmpty();
    }

    @Test
    void many_equal_failures_in_a_row_pause_the_run() {
        String[] crowd = EngineHarness.crowd(60);
        EngineHarness plan = EngineHarness.of(crowd);
        for (String name : crowd) {
            plan.source.reading(name).throwAlways(FORBIDDEN);
        }

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.PAUSED);
        assertThat(summary.reason()).contains("many-equal-failures");
        assertThat(summary.counts().of(OutcomeType.FAILED)).isEqualTo(20);
    }

    @Test
    void equal_failures_scattered_among_people_who_could_be_read_pause_nothing() {
        String[] crowd = EngineHarness.crowd(120);
        EngineHarness plan = EngineHarness.of(crowd);
        plan.sync();
        for (int i = 0; i < crowd.length; i += 4) {
            plan.source.reading(crowd[i]).throwAlways(FORBIDDEN);
        }

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.COMPLETED_WITH_FAILURES);
        assertThat(summary.counts().of(OutcomeType.FAILED)).isEqualTo(30);
    }

    @Test
    void a_target_that_fails_everybody_pauses_the_run_though_others_need_no_call() {
        String[] crowd = EngineHarness.crowd(120);
        EngineHarness plan = EngineHarness.of(crowd);
        plan.sync();
        for (int i = 0; i < crowd.length; i += 2) {
            plan.source.give(crowd[i], org.photobridge.testkit.Portraits.jpeg("new of " + i));
            plan.target.writing(crowd[i]).throwAlways(FORBIDDEN);
        }

        assertThat(plan.sync().state()).isEqualTo(RunState.PAUSED);
    }

    @Test
    void a_stated_wait_of_nothing_does_not_mean_at_once() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.reading().throttleOnce(Duration.ZERO);

        plan.sync();

        assertThat(plan.waiter.waits()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void many_corrupt_pictures_are_no_reason_to_pause() {
        String[] crowd = EngineHarness.crowd(60);
        EngineHarness plan = EngineHarness.of(crowd);
        for (String name : crowd) {
            plan.source.give(name, new byte[] {1, 2, 3});
        }

        assertThat(plan.sync().state()).isEqualTo(RunState.COMPLETED_WITH_FAILURES);
    }

    @Test
    void a_cancellation_during_a_wait_ends_the_run_there() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source.reading().throttleOnce(Duration.ofMinutes(5));
        plan.waiter.meanwhile(() -> plan.signal = Signal.CANCEL);

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.CANCELLED);
        assertThat(plan.waiter.waits()).isEmpty();
    }

    @Test
    void a_cancellation_in_mid_batch_records_what_was_written_and_nothing_else() {
        EngineHarness plan = EngineHarness.of("anna", "bert", "cleo");
        plan.target.writing("bert").runOnce(() -> plan.signal = Signal.CANCEL);

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.CANCELLED);
        assertThat(plan.target.written()).containsExactly("anna", "bert");
        assertThat(plan.storage.outcomes(1)).extracting(Outcome::accountId).containsExactly("anna", "bert");
        assertThat(plan.state("cleo").openIntent()).as("nothing was sent").isEmpty();
        assertThat(plan.state("anna").condition()).as("nobody looked").isEqualTo(Condition.WRITTEN_NOT_SERVED);
        plan.signal = Signal.GO_ON;
        assertThat(plan.sync().counts().of(OutcomeType.UPDATED)).isEqualTo(1);
    }

    @Test
    void whoever_was_about_to_be_tried_again_is_done_when_the_run_goes_on() {
        EngineHarness plan = EngineHarness.of("anna", "bert");
        RunSpec spec = plan.next(RunKind.SYNC, RunScope.everybody());
        plan.target.writing("bert").throttleOnce(Duration.ofSeconds(90));
        plan.waiter.meanwhile(() -> plan.signal = Signal.PAUSE);

        RunSummary paused = plan.execute(spec);
        assertThat(paused.state()).isEqualTo(RunState.PAUSED);
        assertThat(paused.counts().people()).isEqualTo(1);
        plan.signal = Signal.GO_ON;
        RunSummary summary = plan.execute(spec);

        assertThat(summary.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(plan.target.written()).containsExactly("anna", "bert");
    }

    @Test
    void pausing_and_shutting_down_are_told_apart() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.signal = Signal.PAUSE;
        assertThat(plan.sync().state()).isEqualTo(RunState.PAUSED);
        plan.signal = Signal.SHUT_DOWN;
        assertThat(plan.sync().state()).isEqualTo(RunState.QUEUED);
    }

    @Test
    void a_missing_answer_fails_the_run_and_is_never_read_as_absent() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.source
                .reading()
                .throwAlways(new ProviderException(Failure.of(ErrorCategory.INTERNAL, "fake-empty", "No body")
                        .retryAfter(Duration.ofSeconds(1))));

        RunSummary summary = plan.sync("anna");

        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(plan.storage.knows("anna")).isFalse();
    }
}
