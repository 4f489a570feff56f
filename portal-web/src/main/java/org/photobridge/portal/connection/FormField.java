package org.photobridge.portal.connection;

import java.util.List;
import java.util.Optional;
import org.photobridge.portal.connection.ConnectionView.StoredSecret;
import org.photobridge.spi.Choice;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.LocalText;

/**
 * One field of a connection's form, drawn from the provider's schema.
 *
 * @param controlling whether other fields come and go with its value
 * @param stored what is stored of it, if it is confidential
 */
public record FormField(
        String name,
        String type,
        LocalText label,
        LocalText help,
        boolean required,
        String defaultValue,
        List<Choice> choices,
        List<String> suggestions,
        boolean controlling,
        Optional<StoredSecret> stored) {

    static FormField of(ConfigProperty property, boolean controlling, Optional<StoredSecret> stored) {
        return new FormField(
                property.name(),
                property.type().name(),
                property.label(),
                property.help(),
                property.isRequired(),
                property.defaultValue().orElse(""),
                property.choices(),
                property.suggestions(),
                controlling,
                stored);
    }

    /** Drawn as one line of text: all types that have no drawing of their own. */
    public boolean isLine() {
        return switch (type) {
            case "TEXT", "BOOLEAN", "CHOICE", "SECRET", "CERTIFICATE" -> false;
            default -> true;
        };
    }
}
