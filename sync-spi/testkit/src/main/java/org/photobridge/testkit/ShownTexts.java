package org.photobridge.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that a test saw a provider say: log lines down to FINE, exceptions, and what results turn into as text. */
final class ShownTexts implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final Level levelBefore = ROOT.getLevel();
    private final Handler listener = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            texts.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    ShownTexts() {
        listener.setLevel(Level.ALL);
        ROOT.addHandler(listener);
        ROOT.setLevel(Level.FINE);
    }

    <T> T note(T value) {
        texts.add(String.valueOf(value));
        return value;
    }

    void note(Exception exception) {
        StringWriter all = new StringWriter();
        exception.printStackTrace(new PrintWriter(all));
        texts.add(all.toString());
    }

    /** Those texts that hold one of the secrets; named by their first words, so that a failing test doesn't show more. */
    List<String> textsThatShow(Collection<String> secrets) {
        return texts.stream()
                .filter(text -> secrets.stream().anyMatch(text::contains))
                .map(text -> text.substring(0, Math.min(60, text.length())))
                .toList();
    }

    @Override
    public void close() {
        ROOT.removeHandler(listener);
        ROOT.setLevel(levelBefore);
    }
}
