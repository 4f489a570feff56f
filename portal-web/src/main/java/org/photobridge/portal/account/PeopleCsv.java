package org.photobridge.portal.account;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.platform.Texts;

/** Writes people as a table that spreadsheets open: every cell quoted, and none that a spreadsheet would calculate. */
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
        out.write(cells.stream().map(PeopleCsv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    /** A spreadsheet takes what begins with one of these for a formula; an apostrophe before it makes it a text. */
    static String cell(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        boolean formula = !plain.isEmpty() && "=+-@\uff1d\uff0b\uff0d\uff20|%".indexOf(plain.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + plain.replace("\"", "\"\"") + '"';
    }
}
