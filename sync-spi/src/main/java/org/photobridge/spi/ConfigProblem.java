package org.photobridge.spi;

import java.util.Objects;

/**
 * Something wrong with one setting; pages show it beside that setting's field.
 *
 * @param property the property's name
 * @param text what is wrong and what would be right; never repeats a secret
 */
public record ConfigProblem(String property, LocalText text) {

    public ConfigProblem {
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(text, "text");
    }
}
