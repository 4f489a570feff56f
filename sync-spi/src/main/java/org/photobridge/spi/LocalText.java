package org.photobridge.spi;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A text for people, in English and in any number of further languages. */
public final class LocalText {

    private final String english;
    private final Map<String, String> others;

    private LocalText(String english, Map<String, String> others) {
        this.english = Objects.requireNonNull(english, "english");
        this.others = Map.copyOf(others);
    }

    /** A text in English, which also serves every language that has none of its own. */
    public static LocalText of(String english) {
        return new LocalText(english, Map.of());
    }

    /** This text with a translation; {@code language} is an ISO 639-1 code such as {@code id}. */
    public LocalText in(String language, String text) {
        Map<String, String> all = new LinkedHashMap<>(others);
        all.put(Locale.forLanguageTag(language).getLanguage(), Objects.requireNonNull(text, "text"));
        return new LocalText(english, all);
    }

    /** The text in the locale's language, else in English. */
    public String get(Locale locale) {
        return others.getOrDefault(locale.getLanguage(), english);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalText that && english.equals(that.english) && others.equals(that.others);
    }

    @Override
    public int hashCode() {
        return Objects.hash(english, others);
    }

    /** The English text, for logs. */
    @Override
    public String toString() {
        return english;
    }
}
