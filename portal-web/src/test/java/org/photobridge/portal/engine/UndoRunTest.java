package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.spi.Capability;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;
import org.photobridge.testkit.Portraits;

class UndoRunTest {

    private static final byte[] BEFORE = Portraits.jpeg("another");

    private static EngineHarness synced() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.target.hold("anna", BEFORE);
        plan.sync();
        return plan;
    }

    @Test
    void the_previous_picture_is_put_back_exactly() {
        EngineHarness plan = synced();

        RunSummary summary = plan.undo("anna");

        assertThat(summary.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(plan.target.picturesOf("anna")).containsOnlyKeys("L");
        assertThat(plan.target.pictureOf("anna").orElseThrow()).isEqualTo(BEFORE);
        assertThat(plan.outcome("anna").type()).isEqualTo(OutcomeType.UPDATED);
        assertThat(plan.outcome("anna").reason()).contains("put-back");
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.OUT_OF_DATE);
    }

    @Test
    void each_gets_their_own_previous_picture_and_nobody_else_s_is_touched() throws PictureRefused {
        List<String> everybody = List.of("anna", "bert", "anna before", "bert before");
        EngineHarness plan = EngineHarness.of("anna", "bert");
        plan.target.hold("anna", Portraits.jpeg("anna before"));
        plan.target.hold("bert", Portraits.jpeg("bert before"));
        plan.sync();

        plan.undo("bert");
        Faces.assertIsOf("bert before", everybody, plan.target.pictureOf("bert").orElseThrow());
        Faces.assertIsOf("anna", everybody, plan.target.pictureOf("anna").orElseThrow());

        plan.undo("anna");
        Faces.assertIsOf("anna before", everybody, plan.target.pictureOf("anna").orElseThrow());
        Faces.assertIsOf("bert before", everybody, plan.target.pictureOf("bert").orElseThrow());
    }

    @Test
    void where_there_was_nothing_there_is_nothing_again() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.sync();

        plan.undo("anna");

        assertThat(plan.target.pictureOf("anna")).isEmpty();
        assertThat(plan.outcome("anna").type()).isEqualTo(OutcomeType.REMOVED);
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.MISSING_IN_TARGET);
    }

    @Test
    void an_undo_holds_until_the_sources_picture_changes() {
        EngineHarness plan = synced();
        plan.undo("anna");
        int calls = plan.targetCalls();

        plan.sync();

        assertThat(plan.targetCalls()).isEqualTo(calls);
        assertThat(plan.outcome("anna").reason()).contains("undone");
        plan.sync("anna");
        assertThat(plan.outcome("anna").reason()).contains("undone");
        plan.source.give("anna", Portraits.jpeg("anna, newer"));
        plan.sync();
        assertThat(plan.target.written()).containsExactly("anna", "anna");
        assertThat(plan.state("anna").undone()).isEmpty();
    }

    @Test
    void releasing_the_mark_makes_the_next_run_write_again() {
        EngineHarness plan = synced();
        plan.undo("anna");
        plan.storage.put(States.of(plan.state("anna")).withoutMarks().build());

        plan.sync();

        assertThat(plan.target.written()).containsExactly("anna", "anna");
    }

    @Test
    void what_somebody_else_put_there_since_is_not_thrown_away() {
        EngineHarness plan = synced();
        byte[] since = Portraits.jpeg("a third");
        plan.target.hold("anna", since);

        plan.undo("anna");

        assertThat(plan.outcome("anna").reason()).contains("changed-since");
        assertThat(plan.target.pictureOf("anna").orElseThrow()).isEqualTo(since);
        assertThat(plan.state("anna").undone()).isEmpty();
    }

    @Test
    void what_somebody_else_put_there_after_an_undo_is_not_thrown_away_either() {
        EngineHarness plan = synced();
        plan.undo("anna");
        byte[] since = Portraits.jpeg("a third");
        plan.target.hold("anna", since);
        plan.check();

        plan.undo("anna");

        assertThat(plan.outcome("anna").reason()).contains("changed-since");
        assertThat(plan.target.pictureOf("anna").orElseThrow()).isEqualTo(since);
    }

    @Test
    void a_removal_that_was_undone_is_not_done_again() {
        EngineHarness plan = EngineHarness.of("anna");
        plan.rules(rules -> rules.with(OnRemoval.REMOVE));
        plan.sync();
        byte[] ours = plan.target.pictureOf("anna").orElseThrow();
        plan.source.take("anna");
        plan.sync();
        plan.pass(Duration.ofHours(24));
        plan.sync();
        assertThat(plan.target.pictureOf("anna")).isEmpty();
        plan.undo("anna");

        plan.sync();
        plan.sync("anna");

        assertThat(plan.target.pictureOf("anna")).contains(ours);
        assertThat(plan.outcome("anna").reason()).contains("undone");
        plan.source.give("anna", Portraits.jpeg("anna, back again"));
        plan.sync();
        assertThat(plan.outcome("anna").type()).isEqualTo(OutcomeType.UPDATED);
    }

    @Test
    void a_look_that_fails_afterwards_does_not_tell_that_there_is_no_picture() {
        EngineHarness plan = synced();
        plan.target.looking().passOnce();
        plan.target
                .looking()
                .throwOnce(new ProviderException(Failure.of(ErrorCategory.PERMISSION_DENIED, "no-look", "")));

        plan.undo("anna");

        assertThat(plan.target.pictureOf("anna").orElseThrow()).isEqualTo(BEFORE);
        assertThat(plan.previews).doesNotContain("anna TARGET none");
    }

    @Test
    void an_undo_can_be_undone() {
        EngineHarness plan = synced();
        byte[] ours = plan.target.pictureOf("anna").orElseThrow();
        plan.undo("anna");

        plan.undo("anna");

        assertThat(plan.target.pictureOf("anna").orElseThrow()).isEqualTo(ours);
    }

    @Test
    void a_protected_persons_picture_is_not_undone() {
        EngineHarness plan = synced();
        plan.storage.protect("anna");

        plan.undo("anna");

        assertThat(plan.outcome("anna").reason()).contains("protected");
        assertThat(plan.target.restoring().calls()).isZero();
    }

    @Test
    void without_a_previous_picture_there_is_nothing_to_undo() {
        EngineHarness plan = EngineHarness.of("anna");

        plan.undo("anna");

        assertThat(plan.outcome("anna").reason()).contains("nothing-to-undo");
    }

    @Test
    void a_target_that_cannot_restore_says_so() {
        EngineHarness plan = synced();
        plan.target.without(Capability.RESTORE);

        plan.undo("anna");

        assertThat(plan.outcome("anna").reason()).contains("cannot-restore");
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.IN_SYNC);
    }
}
