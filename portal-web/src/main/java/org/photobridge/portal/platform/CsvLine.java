package org.photobridge.portal.platform;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of a CSV file that is safe to open in a spreadsheet program: nothing of it can be taken for a formula.
 * <p>Where lists are separated by semicolons, as in Indonesia, a program reads our line otherwise than we wrote it, and
 * takes a part of a cell for one; so what follows a semicolon, a tab or a line break is disarmed as well.
 */
public final class CsvLine {
    /** With their full-width forms, which some programs take for the plain ones. */
    private static final String SIGNS = "[=+@\uff1d\uff0b\uff0d\uff20-]";

    /** Some programs skip them before they look for a formula. */
    private static final String SKIPPED = "[\\s\\p{Z}\"']*+";

    private static final Pattern AT_START = Pattern.compile("[\t\r\n]|" + SKIPPED + SIGNS);
    private static final Pattern INSIDE = Pattern.compile("([;\t\r\n]" + SKIPPED + ")(?=" + SIGNS + ")");

    private CsvLine() {}

    /** The line with its end, as RFC 4180 has it. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** An apostrophe tells a spreadsheet program that text follows. */
    private static String cell(String text) {
        String harmless = INSIDE.matcher(text).replaceAll("$1'");
        String safe = AT_START.matcher(text).lookingAt() ? "'" + harmless : harmless;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
