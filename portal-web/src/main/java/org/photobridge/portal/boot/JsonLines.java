package org.photobridge.portal.boot;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Writes each log record as one line of JSON.
 * <p>It is loaded beside the server, so it can't see the portal's classes. The portal hands it, as a plain
 * {@link Consumer}, what to add to each line: the run and the request that the logging thread works for.
 */
public final class JsonLines extends Formatter implements Consumer<Supplier<Map<String, String>>> {
    private static final char FIRST_PRINTABLE = ' ';

    private volatile Supplier<Map<String, String>> context = Map::of;

    @Override
    public void accept(Supplier<Map<String, String>> whatTheThreadDoes) {
        context = whatTheThreadDoes;
    }

    @Override
    public String format(LogRecord record) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("time", record.getInstant().toString());
        fields.put("level", level(record.getLevel()));
        fields.put("logger", String.valueOf(record.getLoggerName()));
        fields.put("message", String.valueOf(formatMessage(record)));
        fields.putAll(context.get());
        fields.put("thread", Thread.currentThread().getName());
        if (record.getThrown() != null) {
            fields.put("exception", trace(record.getThrown()));
        }
        return json(fields);
    }

    /** The names that most tools know. */
    private static String level(Level level) {
        int severity = level.intValue();
        if (severity >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (severity >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return severity >= Level.CONFIG.intValue() ? "INFO" : "DEBUG";
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static String json(Map<String, String> fields) {
        StringBuilder line = new StringBuilder("{");
        fields.forEach((name, value) -> {
            line.append(line.length() == 1 ? "\"" : ",\"").append(name).append("\":\"");
            value.chars().forEach(letter -> append(line, (char) letter));
            line.append('"');
        });
        return line.append("}\n").toString();
    }

    /** Also what ends a line for some readers though not for JSON, so that nothing from outside makes a line of its own. */
    private static void append(StringBuilder line, char letter) {
        if (letter == '"' || letter == '\\') {
            line.append('\\').append(letter);
        } else if (letter == '\n') {
            line.append("\\n");
        } else if (letter < FIRST_PRINTABLE
                || letter >= '\u007f' && letter <= '\u009f'
                || Character.isSurrogate(letter)
                || letter == '\u2028'
                || letter == '\u2029') {
            line.append(String.format("\\u%04x", (int) letter));
        } else {
            line.append(letter);
        }
    }
}
