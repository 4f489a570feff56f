package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.engine.Step;
import org.photobridge.portal.platform.Texts;

class RunWordsTest {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final Instant IN_TWO_MINUTES = Runs.START.plusSeconds(120);

    @Test
    void terminal_states_are_told_apart() {
        assertThat(state(RunState.SUCCEEDED)).isEqualTo("Done");
        assertThat(state(RunState.COMPLETED_WITH_FAILURES)).isEqualTo("Done, 12 people failed");
        assertThat(state(RunState.FAILED)).isEqualTo("Failed");
        assertThat(state(RunState.CANCELLED)).isEqualTo("Stopped by a person");
    }

    @Test
    void a_throttled_run_names_the_system_it_waits_for_and_when_it_goes_on() {
        RunRow run = waiting("sharepoint-throttled");

        assertThat(words(Locale.ENGLISH).waiting(run)).startsWith("Waiting for SharePoint, resumes ");
        assertThat(words(INDONESIAN).waiting(run)).startsWith("Menunggu SharePoint, lanjut ");
    }

    @Test
    void a_run_at_a_limit_names_the_limit() {
        assertThat(words(Locale.ENGLISH).waiting(waiting("ru"))).startsWith("Waiting: \"Resource units\" is used up");
    }

    @Test
    void a_run_that_has_ended_waits_for_nothing() {
        RunRow run = Runs.waiting(
                RunKind.SYNC, RunState.CANCELLED, Map.of(), Optional.of(IN_TWO_MINUTES), "sharepoint-throttled");

        assertThat(words(Locale.ENGLISH).waiting(run)).isEmpty();
    }

    @Test
    void progress_names_the_total_while_it_goes_on() {
        RunRow going = Runs.run(RunKind.SYNC, RunState.RUNNING, Map.of(OutcomeType.UPDATED, 3L));
        RunRow ended = Runs.run(RunKind.SYNC, RunState.SUCCEEDED, Map.of(OutcomeType.UPDATED, 1L));

        assertThat(words(Locale.ENGLISH).progress(going)).isEqualTo("3 of 500 people done");
        assertThat(words(Locale.ENGLISH).progress(ended)).isEqualTo("1 person done");
        assertThat(words(Locale.ENGLISH).duration(ended)).isEqualTo("1 min 15 s");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void every_step_has_words_in_both_languages(Step step) {
        RunRow run = Runs.run(RunKind.SYNC, RunState.RUNNING, Map.of());

        assertThat(words(Locale.ENGLISH).step(run, step)).isNotBlank().doesNotContain("{");
        assertThat(words(INDONESIAN).step(run, step)).isNotBlank().doesNotContain("{");
    }

    @Test
    void every_value_that_pages_put_into_a_key_has_words() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, INDONESIAN}) {
            Texts texts = Texts.in(locale);
            for (RunState state : RunState.values()) {
                assertThat(texts.has("run.state." + state)).as("%s", state).isTrue();
                assertThat(texts.has("runs.state." + state)).as("%s", state).isTrue();
            }
            for (RunKind kind : RunKind.values()) {
                assertThat(texts.has("run.kind." + kind)).as("%s", kind).isTrue();
            }
            for (TriggerKind trigger : TriggerKind.values()) {
                assertThat(texts.has("run.asker." + trigger)).as("%s", trigger).isTrue();
            }
        }
    }

    private static String state(RunState state) {
        return words(Locale.ENGLISH).state(Runs.run(RunKind.SYNC, state, Map.of(OutcomeType.FAILED, 12L)));
    }

    private static RunRow waiting(String code) {
        return Runs.waiting(RunKind.SYNC, RunState.WAITING, Map.of(), Optional.of(IN_TWO_MINUTES), code);
    }

    private static RunWords words(Locale locale) {
        return new RunWords(locale, Clock.fixed(Runs.START, ZoneId.of("UTC")), new RunWords.Names() {
            @Override
            public PlanWords of(long planId) {
                return new PlanWords(locale, "Exchange", "SharePoint", code -> Optional.empty());
            }

            @Override
            public Optional<String> systemThatSays(long planId, String code) {
                return code.startsWith("sharepoint-") ? Optional.of("SharePoint") : Optional.empty();
            }

            @Override
            public Optional<String> limit(String name) {
                return name.equals("ru") ? Optional.of("Resource units") : Optional.empty();
            }
        });
    }
}
