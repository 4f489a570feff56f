package org.photobridge.portal.platform;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** The portal's words in one language. */
public final class Texts {
    private static final String BUNDLE = "org.photobridge.portal.messages";

    private static final Pattern PARAMETER = Pattern.compile("\\{\\d");

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), new NoFallback());
    }

    public static Texts in(Locale locale) {
        return new Texts(locale);
    }

    /**
     * A text with {@code {0}} is a {@link MessageFormat} pattern; one without is taken as it stands, as pages do.
     *
     * @throws MissingResourceException if there is no such key
     */
    public String get(String key, Object... parameters) {
        String text = bundle.getString(key);
        boolean pattern = parameters.length > 0 && PARAMETER.matcher(text).find();
        return pattern ? new MessageFormat(text, locale).format(parameters) : text;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** A language we don't speak ends in English, not in the machine's own language. */
    private static final class NoFallback extends ResourceBundle.Control {
        @Override
        public Locale getFallbackLocale(String baseName, Locale locale) {
            return locale.equals(Locale.ENGLISH) ? null : Locale.ENGLISH;
        }
    }
}
