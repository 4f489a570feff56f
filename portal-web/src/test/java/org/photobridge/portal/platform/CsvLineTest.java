package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =HYPERLINK(\"http://x\")", "\uff1d1"})
    void nothing_can_be_taken_for_a_formula(String text) {
        assertThat(CsvLine.of(List.of(text))).startsWith("\"'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x;=1+1;y",
                "x;;=1+1",
                "x; =1+1",
                "x;\"=1+1\";y",
                "x;\u00a0=1+1",
                "x;\uff1d1",
                "x\t+1",
                "x\n-1",
                "x\r\n@SUM(A1)",
                "=1;=2\n=3"
            })
    void nothing_can_be_taken_for_a_formula_where_a_semicolon_or_a_line_break_ends_a_cell(String text) {
        String line = CsvLine.of(List.of("a", text, "b"));

        assertThat(line.split("[;\t\r\n]"))
                .as(line)
                .allSatisfy(part -> assertThat(part).doesNotContainPattern("^[\\s\\p{Z}\"]*[=+@\uff1d-]"));
    }

    @Test
    void what_is_disarmed_stays_readable() {
        assertThat(CsvLine.of(List.of("x;=1+1;y", "one\n- two"))).isEqualTo("\"x;'=1+1;y\",\"one\n'- two\"\r\n");
    }

    @Test
    void quotes_commas_and_line_breaks_stay_inside_their_cell() {
        assertThat(CsvLine.of(List.of("Anna \"A\"", "a,b", "x\ny")))
                .isEqualTo("\"Anna \"\"A\"\"\",\"a,b\",\"x\ny\"\r\n");
    }

    @Test
    void ordinary_text_is_left_as_it_is() {
        assertThat(CsvLine.of(List.of("Jean-Luc", "a=b; c-d", "x\n'y", "")))
                .isEqualTo("\"Jean-Luc\",\"a=b; c-d\",\"x\n'y\",\"\"\r\n");
    }
}
