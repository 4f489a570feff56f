package org.photobridge.portal.connection;

import java.util.Arrays;
import java.util.Locale;
import org.photobridge.portal.platform.Texts;
import org.photobridge.spi.LocalText;

/** Puts a text of the portal's bundle into the form in which providers give theirs, so that pages treat both alike. */
public final class Words {
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private Words() {}

    /** The text in both languages; parameters that are {@link LocalText} are put in in the same language. */
    public static LocalText of(String key, Object... parameters) {
        return LocalText.of(in(Locale.ENGLISH, key, parameters)).in("id", in(INDONESIAN, key, parameters));
    }

    private static String in(Locale locale, String key, Object... parameters) {
        Object[] spoken = Arrays.stream(parameters)
                .map(parameter -> parameter instanceof LocalText text ? text.get(locale) : parameter)
                .toArray();
        return Texts.in(locale).get(key, spoken);
    }
}
