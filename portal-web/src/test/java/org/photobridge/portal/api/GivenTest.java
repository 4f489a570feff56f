package org.photobridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.portal.engine.RunKind;

class GivenTest {

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "0x10", "1e3", "+5", "99999999999999999999", "0", "-1", "1001", "2147483648"})
    void a_size_is_a_number_from_1_to_1000(String size) {
        assertThatThrownBy(() -> Given.size(size, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'size' is")
                .hasMessageContaining("1 to 1000");
    }

    @Test
    void what_is_not_given_is_the_usual() {
        assertThat(Given.size(null, 100)).isEqualTo(100);
        assertThat(Given.size("", 100)).isEqualTo(100);
        assertThat(Given.first(null)).isZero();
        assertThat(Given.first("2147483647")).isEqualTo(Integer.MAX_VALUE);
        assertThat(Given.words("kind", List.of(""), RunKind.class)).isEmpty();
    }

    @Test
    void a_word_is_one_that_there_is_in_any_letters() {
        assertThat(Given.words("kind", List.of("sync", "CHECK"), RunKind.class))
                .containsExactlyInAnyOrder("SYNC", "CHECK");
        assertThatThrownBy(() -> Given.words("kind", List.of("sync", "FOO"), RunKind.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'kind' is one of sync, preview, check, undo.");
    }

    @Test
    void a_text_is_what_both_databases_keep() {
        assertThat(Given.text("reason", "Zwei\nZeilen \ud83d\ude00 <b>", 100)).hasSize(18);
        assertThat(Given.text("reason", null, 100)).isEmpty();
        for (String no : List.of("a\u0000b", "a\u001bb", "\ud83d", "\ude00a")) {
            assertThatThrownBy(() -> Given.text("reason", no, 100)).hasMessageContaining("no text");
        }
    }
}
