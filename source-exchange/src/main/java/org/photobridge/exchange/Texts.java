package org.photobridge.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.photobridge.spi.LocalText;

/** The provider's words for people, in English and Indonesian, read once from two property files. */
final class Texts {
    private static final Properties ENGLISH = load("texts.properties");
    private static final Properties INDONESIAN = load("texts_id.properties");

    private Texts() {}

    /** The text of this key, with {@code {0}}, {@code {1}} ... replaced; a key without both languages is a defect. */
    static LocalText of(String key, String... arguments) {
        return LocalText.of(filled(ENGLISH, key, arguments)).in("id", filled(INDONESIAN, key, arguments));
    }

    private static String filled(Properties texts, String key, String... arguments) {
        String text = texts.getProperty(key);
        Objects.requireNonNull(text, () -> "No text for " + key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i]);
        }
        return text;
    }

    private static Properties load(String name) {
        try (InputStream file = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name);
                InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
