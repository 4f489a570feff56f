package org.photobridge.portal.connection;

import java.util.Objects;
import org.photobridge.spi.LocalText;

/**
 * Something wrong with one field of a form, or one key of a file.
 *
 * @param field the form's own field, or the provider's property, by name
 * @param text what is wrong and what would be right; never repeats a secret
 */
public record FieldProblem(String field, LocalText text) {
    public static final String NAME = "name";
    public static final String REGISTRATION = "registration";
    public static final String PROXY = "proxy";
    public static final String EXTRA_CA = "extraCa";
    public static final String CONFIRMED_SECRET = "confirmedSecret";
    public static final String PROVIDER = "provider";
    public static final String VERSION = "version";
    /** Followed by the name of a limit. */
    public static final String LIMITS = "limits.";

    public FieldProblem {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(text, "text");
    }

    static FieldProblem of(String field, String key, Object... parameters) {
        return new FieldProblem(field, Words.of(key, parameters));
    }
}
