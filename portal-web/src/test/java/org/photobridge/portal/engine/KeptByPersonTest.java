package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.engine.PhotoState.KeepMark;
import org.photobridge.portal.engine.image.Sha256;
import org.photobridge.testkit.Portraits;

/** Somebody else set Anna's picture, the plan asks, and a person has decided to keep it. */
class KeptByPersonTest {

    private final EngineHarness plan = EngineHarness.of("anna");

    @BeforeEach
    void keep() {
        plan.rules(rules -> rules.with(NotOurs.ASK));
        plan.target.hold("anna", Portraits.jpeg("by somebody else"));
        plan.sync();
        assertThat(plan.outcome("anna").reason()).contains("changed-in-target-ask");
        PhotoState asked = plan.state("anna");
        KeepMark mark = new KeepMark(
                Sha256.of(Portraits.jpeg("anna")),
                asked.target().fingerprint().orElseThrow(),
                plan.clock.instant(),
                "hana");
        plan.storage.put(States.of(asked)
                .condition(Condition.CHANGED_IN_TARGET, Optional.of("kept-by-person"))
                .kept(Optional.of(mark))
                .build());
    }

    @Test
    void the_picture_stays_however_often_a_run_meets_her_and_whatever_the_rule_becomes() {
        plan.sync();
        assertThat(plan.outcome("anna").reason()).contains("kept-by-person");
        plan.pass(Duration.ofDays(30));
        plan.rules(rules -> rules.with(NotOurs.OVERWRITE));
        plan.sync();
        plan.sync("anna");

        assertThat(plan.outcome("anna").reason()).contains("kept-by-person");
        assertThat(plan.outcome("anna").condition()).isEqualTo(Condition.CHANGED_IN_TARGET);
        assertThat(plan.target.written()).isEmpty();
        assertThat(plan.state("anna").kept()).isPresent();
    }

    @Test
    void another_picture_in_the_target_is_asked_about_anew() {
        plan.target.hold("anna", Portraits.jpeg("by a third"));
        plan.sync("anna");

        assertThat(plan.outcome("anna").reason()).contains("changed-in-target-ask");
        assertThat(plan.state("anna").kept()).isEmpty();
    }

    @Test
    void another_picture_in_the_source_is_asked_about_anew() {
        plan.source.give("anna", Portraits.jpeg("a new one"));
        plan.sync();

        assertThat(plan.outcome("anna").reason()).contains("changed-in-target-ask");
        assertThat(plan.state("anna").kept()).isEmpty();
    }

    @Test
    void replacing_all_the_same_ends_it() {
        RunSpec asked = plan.next(RunKind.SYNC, RunScope.accounts(java.util.List.of("anna")));
        plan.execute(new RunSpec(
                asked.runId(),
                asked.planId(),
                asked.kind(),
                asked.scope(),
                asked.rules(),
                asked.lane(),
                false,
                false,
                true,
                asked.undoOf(),
                Approval.NONE,
                0,
                0));

        assertThat(plan.target.written()).containsExactly("anna");
        assertThat(plan.state("anna").kept()).isEmpty();
        assertThat(plan.state("anna").condition()).isEqualTo(Condition.IN_SYNC);
    }
}
