package org.photobridge.sharepoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.photobridge.spi.LocalText;

/** The provider's words for people, in each language that it speaks. */
final class Texts {
    private static final Properties ENGLISH = load("texts_en.properties");
    private static final Properties INDONESIAN = load("texts_id.properties");

    private Texts() {}

    /**
     * The text of this key, with {@code {0}}, {@code {1}} ... replaced.
     *
     * @throws IllegalArgumentException if a language lacks the key: a defect that tests find
     */
    static LocalText of(String key, Object... arguments) {
        return LocalText.of(fill(find(ENGLISH, key), arguments)).in("id", fill(find(INDONESIAN, key), arguments));
    }

    /** The text of this key with something behind it that is no language's. */
    static LocalText followedBy(String key, String detail) {
        return LocalText.of(find(ENGLISH, key) + detail).in("id", find(INDONESIAN, key) + detail);
    }

    static Set<String> englishKeys() {
        return ENGLISH.stringPropertyNames();
    }

    static Set<String> indonesianKeys() {
        return INDONESIAN.stringPropertyNames();
    }

    private static String find(Properties language, String key) {
        return Optional.ofNullable(language.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("No text for " + key));
    }

    /** Not MessageFormat: its quoting would make every apostrophe a trap. */
    private static String fill(String text, Object... arguments) {
        String filled = text;
        for (int i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return filled;
    }

    private static Properties load(String resource) {
        Properties texts = new Properties();
        try (InputStream bytes = Texts.class.getResourceAsStream(resource);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
