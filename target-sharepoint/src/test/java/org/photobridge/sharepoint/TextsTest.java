package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.ErrorEntry;
import org.photobridge.spi.LocalText;

class TextsTest {
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(Texts.indonesianKeys()).isEqualTo(Texts.englishKeys());
    }

    @Test
    void no_text_is_empty_and_both_have_the_same_blanks() {
        for (String key : Texts.englishKeys()) {
            LocalText text = Texts.of(key);
            assertThat(text.get(Locale.ENGLISH)).as(key).isNotBlank();
            assertThat(text.get(INDONESIAN)).as(key).isNotBlank();
            for (String blank : List.of("{0}", "{1}")) {
                assertThat(text.get(INDONESIAN).contains(blank))
                        .as(key + " " + blank)
                        .isEqualTo(text.get(Locale.ENGLISH).contains(blank));
            }
        }
    }

    @Test
    void every_problem_has_an_entry_with_all_its_words_in_both_languages() {
        List<ErrorEntry> catalogue = Problem.catalogue();
        assertThat(catalogue)
                .extracting(ErrorEntry::code)
                .doesNotHaveDuplicates()
                .hasSize(Problem.values().length);
        for (ErrorEntry entry : catalogue) {
            for (LocalText text : List.of(entry.cause(), entry.remedy(), entry.tellPerson())) {
                assertThat(text.get(INDONESIAN)).as(entry.code()).isNotEqualTo(text.get(Locale.ENGLISH));
            }
        }
    }

    @Test
    void no_text_explains_a_problem_that_there_isnt() {
        Set<String> codes =
                Set.copyOf(Arrays.stream(Problem.values()).map(Problem::code).toList());
        assertThat(Texts.englishKeys())
                .filteredOn(key -> key.startsWith("error."))
                .allMatch(key -> codes.contains(key.split("\\.")[1]));
    }

    @Test
    void every_setting_has_words() {
        assertThatCode(SharePointSchema::schema).doesNotThrowAnyException();
    }

    @Test
    void account_prefix_is_no_pattern() {
        assertThat(Texts.of("check.role.label", "$1 {1}").toString()).isEqualTo("Permission $1 {1}");
    }
}
