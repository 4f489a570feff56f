package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.Reason;
import org.photobridge.spi.ErrorEntry;
import org.photobridge.spi.Fixer;
import org.photobridge.spi.LocalText;

class PlanWordsTest {

    private static final ErrorEntry ENTRY = new ErrorEntry(
            "graph-403-photo",
            LocalText.of("The app may not read photos.").in("id", "Aplikasi tidak boleh membaca foto."),
            LocalText.of("Grant it."),
            Fixer.TENANT_ADMIN,
            LocalText.of("We are on it."));

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void every_reason_of_the_engine_has_words_a_cause_a_remedy_and_who_can_do_it(String language) {
        for (Reason reason : Reason.values()) {
            Explanation explained = words(language).explain(reason.code());

            assertThat(explained.code()).isEqualTo(reason.code());
            assertThat(explained.words()).as(reason.code()).isNotBlank().doesNotContain("{", reason.code() + ":");
            assertThat(explained.cause()).as(reason.code()).isNotBlank().doesNotContain("{");
            assertThat(explained.remedy()).as(reason.code()).isNotBlank().doesNotContain("{");
            assertThat(explained.who()).as(reason.code()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void every_condition_and_outcome_has_words_of_its_own(String language) {
        for (Condition condition : Condition.values()) {
            assertThat(words(language).condition(condition.name())).isNotBlank().doesNotContain("{");
        }
        for (OutcomeType outcome : OutcomeType.values()) {
            assertThat(words(language).outcome(outcome.name())).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void systems_are_called_as_their_providers_call_themselves() {
        assertThat(words("en").condition("OUT_OF_DATE")).isEqualTo("Different in Folder");
        assertThat(words("en").condition("KEPT")).isEqualTo("Folder's is better, kept");
        assertThat(words("en").reason("no-source-photo")).isEqualTo("No picture in Exchange");
    }

    @Test
    void a_code_of_a_provider_is_explained_by_the_provider_in_the_right_language() {
        Explanation explained = words("id").explain("graph-403-photo");

        assertThat(explained.cause()).isEqualTo("Aplikasi tidak boleh membaca foto.");
        assertThat(explained.who()).isEqualTo("Admin tenant");
        assertThat(explained.tell()).isEqualTo("We are on it.");
    }

    @Test
    void a_code_that_nobody_explains_is_named() {
        assertThat(words("en").reason("made-up")).isEqualTo("made-up: no explanation is known");
    }

    @Test
    void no_code_and_no_outcome_have_no_words() {
        assertThat(words("en").reason("")).isEmpty();
        assertThat(words("en").outcome("")).isEmpty();
    }

    private static PlanWords words(String language) {
        return new PlanWords(
                Locale.forLanguageTag(language),
                "Exchange",
                "Folder",
                code -> Optional.of(ENTRY).filter(entry -> entry.code().equals(code)));
    }
}
