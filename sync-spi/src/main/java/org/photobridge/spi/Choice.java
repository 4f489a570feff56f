package org.photobridge.spi;

import java.util.Objects;

/**
 * One value of a {@link PropertyType#CHOICE} property.
 *
 * @param value what is stored
 * @param label what pages show
 */
public record Choice(String value, LocalText label) {

    public Choice {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(label, "label");
    }
}
