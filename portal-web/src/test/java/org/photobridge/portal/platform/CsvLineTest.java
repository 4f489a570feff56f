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

    @Test
    void quotes_commas_and_line_breaks_stay_inside_their_cell() {
        assertThat(CsvLine.of(List.of("Anna \"A\"", "a,b", "x\ny")))
                .isEqualTo("\"Anna \"\"A\"\"\",\"a,b\",\"x\ny\"\r\n");
    }

    @Test
    void ordinary_text_is_left_as_it_is() {
        assertThat(CsvLine.of(List.of("Jean-Luc", "a=b", ""))).isEqualTo("\"Jean-Luc\",\"a=b\",\"\"\r\n");
    }
}
