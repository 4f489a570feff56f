package org.photobridge.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.portal.job.PlanWords;

class PeopleCsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "\uff1d1", "|calc", " =1"})
    void nothing_that_a_spreadsheet_would_calculate_stays_a_formula(String hostile) {
        assertThat(PeopleCsv.cell(hostile)).startsWith("\"'");
    }

    @Test
    void quotes_are_doubled_and_line_breaks_become_spaces() {
        assertThat(PeopleCsv.cell("Anna \"Ann\"\r\nBecker")).isEqualTo("\"Anna \"\"Ann\"\" Becker\"");
    }

    @Test
    void a_row_says_conditions_and_reasons_in_words() throws IOException {
        StringWriter out = new StringWriter();

        new PeopleCsv(out, new PlanWords(Locale.ENGLISH, "Exchange", "SharePoint", code -> Optional.empty()))
                .row(Rows.of("a1", "Anna Becker", "OUT_OF_DATE"));

        assertThat(out.toString())
                .startsWith("\"Anna Becker\",\"anna@contoso.com\"")
                .contains("\"Different in SharePoint\"")
                .endsWith("\"a1\"\r\n");
    }
}
