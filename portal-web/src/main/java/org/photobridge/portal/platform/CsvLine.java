package org.photobridge.portal.platform;

import java.util.List;
import java.util.stream.Collectors;

/** One line of a CSV file that is safe to open in a spreadsheet program: no cell of it can be taken for a formula. */
public final class CsvLine {
    /** The last four are the full-width forms, which some programs take for the plain ones. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvLine() {}

    /** The line with its end, as RFC 4180 has it. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Also after leading blanks: some programs skip them before they look for a formula. */
    private static String cell(String text) {
        String start = text.stripLeading();
        boolean dangerous = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                || !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
        String safe = dangerous ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
