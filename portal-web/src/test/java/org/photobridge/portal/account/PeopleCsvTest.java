package org.photobridge.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.job.PlanWords;

class PeopleCsvTest {

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

    @Test
    void a_hostile_name_is_no_formula() throws IOException {
        StringWriter out = new StringWriter();

        new PeopleCsv(out, new PlanWords(Locale.ENGLISH, "Exchange", "SharePoint", code -> Optional.empty()))
                .row(Rows.of("a1", "=HYPERLINK(\"http://x\")", "IN_SYNC"));

        assertThat(out.toString()).startsWith("\"'=HYPERLINK(");
    }
}
