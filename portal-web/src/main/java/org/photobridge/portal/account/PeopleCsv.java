package org.photobridge.portal.account;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.platform.CsvLine;
import org.photobridge.portal.platform.Texts;

/** Writes people as a table that spreadsheets open. */
final class PeopleCsv {

    private static final List<String> COLUMNS =
            List.of("name", "upn", "email", "department", "condition", "reason", "outcome", "checked", "written", "id");

    private final Writer out;
    private final PlanWords words;

    PeopleCsv(Writer out, PlanWords words) {
        this.out = out;
        this.words = words;
    }

    void head() throws IOException {
        Texts texts = Texts.in(words.locale());
        line(COLUMNS.stream().map(column -> texts.get("people.csv." + column)).toList());
    }

    void row(PersonRow row) throws IOException {
        line(List.of(
                row.displayName(),
                row.userPrincipalName(),
                row.email(),
                row.department(),
                words.condition(row.condition()),
                words.reason(row.reasonCode()),
                words.outcome(row.outcome()),
                row.lastCheckedAt().map(Object::toString).orElse(""),
                row.lastWrittenAt().map(Object::toString).orElse(""),
                row.accountId()));
    }

    private void line(List<String> cells) throws IOException {
        out.write(CsvLine.of(cells));
    }
}
