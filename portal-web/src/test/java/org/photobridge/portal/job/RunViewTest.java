package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;

class RunViewTest {

    @ParameterizedTest
    @EnumSource(RunState.class)
    void a_run_can_be_stopped_until_it_has_ended(RunState state) {
        assertThat(view(RunKind.SYNC, state, Map.of()).isStoppable()).isEqualTo(!state.isFinal());
    }

    @Test
    void only_an_ended_run_with_failures_can_be_tried_again() {
        Map<OutcomeType, Long> failed = Map.of(OutcomeType.FAILED, 2L);

        assertThat(view(RunKind.SYNC, RunState.COMPLETED_WITH_FAILURES, failed).isRetryable())
                .isTrue();
        assertThat(view(RunKind.SYNC, RunState.RUNNING, failed).isRetryable()).isFalse();
        assertThat(view(RunKind.SYNC, RunState.SUCCEEDED, Map.of()).isRetryable())
                .isFalse();
        assertThat(view(RunKind.UNDO, RunState.COMPLETED_WITH_FAILURES, failed).isRetryable())
                .isFalse();
    }

    @Test
    void only_a_complete_preview_can_be_done_for_real() {
        assertThat(view(RunKind.PREVIEW, RunState.SUCCEEDED, Map.of()).isReadyForReal())
                .isTrue();
        assertThat(view(RunKind.PREVIEW, RunState.CANCELLED, Map.of()).isReadyForReal())
                .isFalse();
        assertThat(view(RunKind.CHECK, RunState.SUCCEEDED, Map.of()).isReadyForReal())
                .isFalse();
    }

    @Test
    void a_run_that_writes_nothing_declares_no_writing_steps() {
        assertThat(view(RunKind.PREVIEW, RunState.QUEUED, Map.of()).getSteps())
                .noneMatch(step -> step.label().startsWith("Change pictures"));
        assertThat(view(RunKind.SYNC, RunState.QUEUED, Map.of()).getSteps())
                .anyMatch(step -> step.label().startsWith("Change pictures"));
    }

    @Test
    void the_present_step_is_marked_and_those_to_come_are_not_done() {
        var steps = view(RunKind.SYNC, RunState.RUNNING, Map.of()).getSteps();

        assertThat(steps.get(2).progress()).isEqualTo("now");
        assertThat(steps.get(6).progress()).isEqualTo("todo");
    }

    @Test
    void people_who_were_simply_right_are_counted_but_not_listed() {
        var counts = view(
                        RunKind.SYNC, RunState.SUCCEEDED, Map.of(OutcomeType.UNCHANGED, 480L, OutcomeType.UPDATED, 20L))
                .getCounts();

        assertThat(counts).extracting(RunView.CountView::people).containsExactly(20L, 480L);
        assertThat(counts).extracting(RunView.CountView::listed).containsExactly(true, false);
    }

    @Test
    void reasons_come_the_most_frequent_first() {
        RunView view = new RunView(
                Runs.run(RunKind.SYNC, RunState.SUCCEEDED, Map.of()),
                words(),
                Map.of("", 5L, "guest", 2L, "no-source-photo", 9L),
                true);

        assertThat(view.getReasons()).extracting(RunView.ReasonView::people).containsExactly(9L, 2L);
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATED, IN_SYNC, nothing-there, Added in SharePoint",
        "UPDATED, IN_SYNC, '', Replaced in SharePoint",
        "UPDATED, IN_SYNC, target-was-smaller, Replaced in SharePoint",
        "UPDATED, IN_SYNC, picture-enlarged, Written to SharePoint",
        "WOULD_UPDATE, MISSING_IN_TARGET, picture-enlarged, Would be added in SharePoint",
        "WOULD_UPDATE, OUT_OF_DATE, picture-enlarged, Would be replaced in SharePoint",
        "UNCHANGED, IN_SYNC, '', Was already right"
    })
    void nothing_is_said_to_be_replaced_where_nothing_was(
            String outcome, String condition, String reason, String words) {
        OutcomeRow row = new OutcomeRow(1, "anna", "Anna", outcome, condition, reason, "", "", Runs.START);

        assertThat(view(RunKind.SYNC, RunState.SUCCEEDED, Map.of()).outcome(row))
                .isEqualTo(words);
    }

    @Test
    void stopping_says_what_has_been_done_so_far() {
        assertThat(view(RunKind.SYNC, RunState.RUNNING, Map.of(OutcomeType.UPDATED, 12L))
                        .getStopText())
                .startsWith("Done so far: 12 people (");
    }

    private static RunView view(RunKind kind, RunState state, Map<OutcomeType, Long> outcomes) {
        return new RunView(Runs.run(kind, state, outcomes), words(), Map.of(), true);
    }

    private static RunWords words() {
        return new RunWords(Locale.ENGLISH, Clock.fixed(Runs.START, ZoneId.of("UTC")), new RunWords.Names() {
            @Override
            public PlanWords of(long planId) {
                return new PlanWords(Locale.ENGLISH, "Exchange", "SharePoint", code -> Optional.empty());
            }

            @Override
            public Optional<String> systemThatSays(long planId, String code) {
                return Optional.empty();
            }

            @Override
            public Optional<String> limit(String name) {
                return Optional.empty();
            }
        });
    }
}
