package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.ProviderException;
import org.photobridge.testkit.Portraits;

/** The portal dies, or another one takes over; then the run is executed again. */
class CrashTest {

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void kill() {
        throw new Killed();
    }

    @Test
    void a_run_killed_between_write_and_record_writes_that_batch_again_and_keeps_the_true_before_image() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.rules(rules -> rules.with(NotOurs.KEEP).with(new Guards(0, 0)));
        plan.source.give("anna", Portraits.jpeg("anna, new"));
        RunSpec spec = replacing(plan.next(RunKind.SYNC, RunScope.everybody()));
        byte[] before = Portraits.jpeg("another");
        plan.target.hold("anna", before);
        plan.storage.beforeRecord(CrashTest::kill);
        assertThatThrownBy(() -> plan.execute(spec)).isInstanceOf(Killed.class);
        assertThat(plan.target.written()).containsExactly("anna");
        assertThat(plan.state("anna").openIntent()).isPresent();
        plan.storage.beforeRecord(() -> {});

        // Without the marks of the request: only the open intent says that the difference is ours.
        RunSummary summary = plan.execute(plainly(spec));

        assertThat(summary.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(plan.target.written()).containsExactly("anna", "anna");
        assertThat(plan.storage.image(spec.runId(), "anna").orElseThrow().files())
                .hasEntrySatisfying("L", bytes -> assertThat(bytes).isEqualTo(before));
        assertThat(plan.state("anna").openIntent()).isEmpty();
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.IN_SYNC);
    }

    private static RunSpec replacing(RunSpec spec) {
        return with(spec, true);
    }

    private static RunSpec plainly(RunSpec spec) {
        return with(spec, false);
    }

    private static RunSpec with(RunSpec spec, boolean replaceAllTheSame) {
        return new RunSpec(
                spec.runId(),
                spec.planId(),
                spec.kind(),
                spec.scope(),
                spec.rules(),
                spec.lane(),
                spec.trial(),
                spec.scheduled(),
                replaceAllTheSame,
                spec.undoOf(),
                spec.approval(),
                spec.lastListing(),
                spec.timesWaited());
    }

    @Test
    void a_resumed_run_goes_on_after_the_last_checkpoint_and_counts_on() {
        EngineHarness plan = EngineHarness.of(EngineHarness.crowd(70));
        RunSpec spec = plan.next(RunKind.SYNC, RunScope.everybody());
        plan.storage.beforeRecord(() -> {
            if (plan.storage.records() == 2) {
                kill();
            }
        });
        assertThatThrownBy(() -> plan.execute(spec)).isInstanceOf(Killed.class);
        plan.storage.beforeRecord(() -> {});

        RunSummary summary = plan.execute(spec);

        assertThat(summary.counts().of(OutcomeType.UPDATED)).isEqualTo(70);
        assertThat(plan.target.written()).hasSize(90);
        assertThat(plan.target.written().stream().distinct()).hasSize(70);
        assertThat(plan.storage.outcomes(spec.runId())).hasSize(70);
    }

    @Test
    void a_run_killed_before_its_writes_finds_everything_as_it_was() {
        EngineHarness plan = EngineHarness.of("anna", "bert");
        RunSpec spec = plan.next(RunKind.SYNC, RunScope.everybody());
        plan.storage.beforeIntend(CrashTest::kill);
        assertThatThrownBy(() -> plan.execute(spec)).isInstanceOf(Killed.class);
        assertThat(plan.target.written()).isEmpty();
        plan.storage.beforeIntend(() -> {});

        assertThat(plan.execute(spec).counts().of(OutcomeType.UPDATED)).isEqualTo(2);
    }

    @Test
    void a_worker_whose_run_was_taken_over_stores_nothing_more() {
        EngineHarness plan = EngineHarness.of("anna");
        RunSpec spec = plan.next(RunKind.SYNC, RunScope.everybody());
        plan.storage.beforeRecord(() -> plan.storage.of(spec));

        assertThatThrownBy(() -> plan.execute(spec)).isInstanceOf(StaleRun.class);
        assertThat(plan.storage.outcomes(spec.runId())).isEmpty();
    }

    @Test
    void a_provider_that_breaks_its_contract_in_a_write_leaves_the_intent_open() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.target.afterWriting("anna").throwOnce(new IllegalStateException("a defect"));

        RunSummary summary = plan.sync("anna");

        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.reason()).contains("provider-defect");
        assertThat(plan.state("anna").openIntent()).isPresent();
        assertThat(plan.sync("anna").state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(plan.state("anna").openIntent()).isEmpty();
    }

    @Test
    void a_lost_claim_looks_and_decides_once_more() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.storage.beforeIntend(() -> {
            plan.storage.beforeIntend(() -> {});
            plan.storage.put(States.of(PhotoState.unknown("anna@contoso.example", "anna", EngineHarness.PLAN))
                    .claimed(true)
                    .build());
            plan.target.hold("anna", Portraits.jpeg("anna", 200));
        });
        plan.source.give("anna", Portraits.jpeg("anna", 300));

        plan.sync();

        assertThat(plan.target.written()).isEmpty();
        assertThat(plan.outcome("anna").type()).isEqualTo(OutcomeType.UNCHANGED);
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.IN_SYNC);
    }

    @Test
    void somebody_protected_at_the_last_moment_is_left_alone() {
        EngineHarness plan = EngineHarness.of("anna", "bert");
        plan.target.looking().runOnce(() -> plan.storage.protect("anna"));

        plan.sync();

        assertThat(plan.target.written()).containsExactly("bert");
        assertThat(plan.outcome("anna").reason()).contains("protected");
    }

    @Test
    void somebody_protected_while_a_throttled_write_waits_is_left_alone() {
        EngineHarness plan = EngineHarness.of("anna", "bert");
        plan.target.writing().throttleOnce(java.time.Duration.ofSeconds(90));
        plan.waiter.meanwhile(() -> plan.storage.protect("anna"));

        plan.sync();

        assertThat(plan.target.written()).containsExactly("bert");
        assertThat(plan.outcome("anna").reason()).contains("protected");
        assertThat(plan.state("anna").openIntent()).isEmpty();
    }

    @Test
    void somebody_protected_while_a_throttled_undo_waits_is_left_alone() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.target.hold("anna", Portraits.jpeg("another"));
        plan.sync();
        byte[] ours = plan.target.pictureOf("anna").orElseThrow();
        plan.target.restoring().throttleOnce(java.time.Duration.ofSeconds(90));
        plan.waiter.meanwhile(() -> plan.storage.protect("anna"));

        plan.undo("anna");

        assertThat(plan.target.pictureOf("anna").orElseThrow()).isEqualTo(ours);
        assertThat(plan.outcome("anna").reason()).contains("protected");
        assertThat(plan.state("anna").openIntent()).isEmpty();
    }

    @Test
    void an_undo_killed_before_its_record_puts_the_same_picture_back_again() {
        EngineHarness plan = EngineHarness.of("anna");
        byte[] before = Portraits.jpeg("another");
        plan.target.hold("anna", before);
        plan.sync();
        RunSpec undo = plan.next(RunKind.UNDO, RunScope.accounts(List.of("anna")));
        plan.storage.beforeRecord(CrashTest::kill);
        assertThatThrownBy(() -> plan.execute(undo)).isInstanceOf(Killed.class);
        plan.storage.beforeRecord(() -> {});

        RunSummary summary = plan.execute(undo);

        assertThat(summary.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(plan.target.pictureOf("anna").orElseThrow()).isEqualTo(before);
    }

    @Test
    void an_intent_left_open_by_a_crash_stays_open_if_the_run_is_stopped_before_it_writes_again() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.rules(rules -> rules.with(NotOurs.KEEP));
        RunSpec spec = replacing(plan.next(RunKind.SYNC, RunScope.everybody()));
        plan.target.hold("anna", Portraits.jpeg("another"));
        plan.storage.beforeRecord(CrashTest::kill);
        assertThatThrownBy(() -> plan.execute(spec)).isInstanceOf(Killed.class);
        plan.storage.beforeRecord(() -> {});
        plan.storage.beforeIntend(() -> plan.signal = Signal.CANCEL);

        RunSummary summary = plan.execute(plainly(spec));

        assertThat(summary.state()).isEqualTo(RunState.CANCELLED);
        assertThat(plan.target.written()).containsExactly("anna");
        assertThat(plan.state("anna").openIntent()).isPresent();
    }

    @Test
    void an_intent_of_a_removal_that_was_done_before_the_crash_is_closed_so_that_a_later_picture_is_a_strangers() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.rules(rules -> rules.with(OnRemoval.REMOVE));
        plan.sync();
        plan.source.take("anna");
        plan.sync();
        plan.pass(java.time.Duration.ofHours(25));
        RunSpec removal = plan.next(RunKind.SYNC, RunScope.everybody());
        plan.storage.beforeRecord(CrashTest::kill);
        assertThatThrownBy(() -> plan.execute(removal)).isInstanceOf(Killed.class);
        plan.storage.beforeRecord(() -> {});
        assertThat(plan.target.pictureOf("anna")).isEmpty();
        assertThat(plan.state("anna").openIntent()).isPresent();

        plan.execute(removal);

        assertThat(plan.state("anna").openIntent()).isEmpty();
    }

    @Test
    void somebody_protected_after_a_half_done_try_keeps_the_intent_open() {
        EngineHarness plan = EngineHarness.of("anna", "bert");
        plan.target
                .afterWriting("anna")
                .throwOnce(ProviderException.of(ErrorCategory.UNAVAILABLE, "fake-down", "in the middle"));
        plan.waiter.meanwhile(() -> plan.storage.protect("anna"));

        plan.sync();

        assertThat(plan.outcome("anna").reason()).contains("protected");
        assertThat(plan.state("anna").openIntent()).isPresent();
        assertThat(plan.state("bert").openIntent()).isEmpty();
    }

    @Test
    void a_fault_of_the_storage_in_the_midst_of_a_write_is_not_the_providers() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.storage.whenProtectedIsAsked(() -> {
            if (plan.storage.holdsIntents()) {
                kill();
            }
        });

        assertThatThrownBy(plan::sync).isInstanceOf(Killed.class);
        assertThat(plan.state("anna").openIntent()).isPresent();
    }

    @Test
    void a_run_without_room_for_previous_pictures_is_held() {
        EngineHarness plan = EngineHarness.of("anna", "bert");
        plan.storage.fit(1);

        RunSummary summary = plan.sync();

        assertThat(summary.state()).isEqualTo(RunState.PAUSED);
        assertThat(summary.reason()).contains("previous-pictures-full");
        assertThat(plan.target.written()).isEmpty();
    }
}
