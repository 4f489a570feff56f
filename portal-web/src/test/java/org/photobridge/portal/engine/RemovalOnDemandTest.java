package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.Capability;

/** A plan leaves what was removed in the source; a person asks for one removal all the same. */
class RemovalOnDemandTest {

    private final EngineHarness plan = EngineHarness.of("anna", "bert");

    private void removedInSource() {
        plan.sync();
        plan.source.take("anna");
        plan.source.take("bert");
        plan.sync();
        plan.pass(Duration.ofHours(25));
        plan.sync();
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.REMOVED_IN_SOURCE);
        assertThat(plan.target.pictureOf("anna")).isPresent();
    }

    private RunSummary anyway(String... names) {
        RunSpec spec = plan.next(RunKind.SYNC, RunScope.accounts(List.of(names)));
        return plan.execute(new RunSpec(
                spec.runId(),
                spec.planId(),
                spec.kind(),
                spec.scope(),
                spec.rules(),
                spec.lane(),
                spec.trial(),
                spec.scheduled(),
                true,
                OptionalLong.empty(),
                spec.approval(),
                spec.lastListing(),
                spec.timesWaited()));
    }

    @Test
    void the_one_person_s_picture_is_removed_and_nobody_else_s() {
        removedInSource();

        anyway("anna");

        assertThat(plan.outcome("anna").type()).isEqualTo(OutcomeType.REMOVED);
        assertThat(plan.target.pictureOf("anna")).isEmpty();
        assertThat(plan.target.pictureOf("bert")).isPresent();
    }

    @Test
    void lists_show_no_picture_that_is_gone() {
        removedInSource();
        assertThat(plan.previews).endsWith("anna SOURCE none", "bert SOURCE none");

        anyway("anna");

        assertThat(plan.previews).endsWith("anna TARGET none");
    }

    @Test
    void the_removed_picture_can_be_put_back() {
        removedInSource();
        byte[] before = plan.target.pictureOf("anna").orElseThrow();
        anyway("anna");

        plan.undo("anna");

        assertThat(plan.target.pictureOf("anna")).contains(before);
    }

    @Test
    void a_list_that_is_to_be_replaced_removes_nothing() {
        removedInSource();

        anyway("anna", "bert");

        assertThat(plan.target.pictureOf("anna")).isPresent();
        assertThat(plan.outcome("anna").type()).isEqualTo(OutcomeType.SKIPPED);
    }

    @Test
    void protection_is_not_overridden() {
        removedInSource();
        plan.storage.protect("anna");

        anyway("anna");

        assertThat(plan.target.pictureOf("anna")).isPresent();
        assertThat(plan.outcome("anna").reason()).contains("protected");
    }

    @Test
    void an_absence_that_was_not_seen_a_day_ago_removes_nothing() {
        plan.sync();
        plan.source.take("anna");
        plan.sync();

        anyway("anna");

        assertThat(plan.target.pictureOf("anna")).isPresent();
    }

    @Test
    void a_target_that_cannot_remove_says_so() {
        removedInSource();
        plan.target.without(Capability.REMOVE);

        anyway("anna");

        assertThat(plan.outcome("anna").reason()).contains("cannot-remove");
    }
}
