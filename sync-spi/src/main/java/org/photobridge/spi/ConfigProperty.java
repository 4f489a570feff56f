package org.photobridge.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One setting: its name, type, words and limits.
 *
 * <p>Made by {@link #named}: {@code ConfigProperty.named("folder", PropertyType.STRING).label(...).required()}. Every
 * method returns a changed copy.
 */
public final class ConfigProperty {

    private final String name;
    private final PropertyType type;
    private final Attributes attributes;

    private ConfigProperty(String name, PropertyType type, Attributes attributes) {
        this.name = name;
        this.type = type;
        this.attributes = attributes;
    }

    private record Attributes(
            LocalText label,
            LocalText help,
            boolean required,
            Optional<String> defaultValue,
            List<Choice> choices,
            List<String> suggestions,
            Map<String, String> dependsOn) {}

    /**
     * Begins a property.
     *
     * @param name a stable name of letters and digits, unique in its schema
     */
    public static ConfigProperty named(String name, PropertyType type) {
        if (!name.matches("[a-zA-Z][a-zA-Z0-9]{0,63}")) {
            throw new IllegalArgumentException("A property name has letters and digits only: '" + name + "'");
        }
        LocalText label = LocalText.of(name);
        Attributes none =
                new Attributes(label, LocalText.of(""), false, Optional.empty(), List.of(), List.of(), Map.of());
        return new ConfigProperty(name, Objects.requireNonNull(type, "type"), none);
    }

    /** What the form calls it. */
    public ConfigProperty label(LocalText label) {
        Attributes a = attributes;
        return with(new Attributes(label, a.help, a.required, a.defaultValue, a.choices, a.suggestions, a.dependsOn));
    }

    /** One or two sentences below the field: what it is and where an admin finds it. */
    public ConfigProperty help(LocalText help) {
        Attributes a = attributes;
        return with(new Attributes(a.label, help, a.required, a.defaultValue, a.choices, a.suggestions, a.dependsOn));
    }

    /** Must have a value, unless it is hidden by {@link #onlyIf}. */
    public ConfigProperty required() {
        Attributes a = attributes;
        return with(new Attributes(a.label, a.help, true, a.defaultValue, a.choices, a.suggestions, a.dependsOn));
    }

    /** The value that an empty field stands for, written as the type's text form; not for confidential types. */
    public ConfigProperty defaultValue(String value) {
        if (type.isConfidential()) {
            throw new IllegalArgumentException("A confidential property has no default: " + name);
        }
        Attributes a = attributes;
        return with(
                new Attributes(a.label, a.help, a.required, Optional.of(value), a.choices, a.suggestions, a.dependsOn));
    }

    /** The values to choose from, in the order to show them; for {@link PropertyType#CHOICE}. */
    public ConfigProperty choices(List<Choice> choices) {
        Attributes a = attributes;
        return with(new Attributes(
                a.label, a.help, a.required, a.defaultValue, List.copyOf(choices), a.suggestions, a.dependsOn));
    }

    /** Values offered while typing; any other value is as good. */
    public ConfigProperty suggestions(List<String> suggestions) {
        Attributes a = attributes;
        return with(new Attributes(
                a.label, a.help, a.required, a.defaultValue, a.choices, List.copyOf(suggestions), a.dependsOn));
    }

    /**
     * Shown and used only while another property has this value; several calls must all hold. While hidden it counts as
     * having no value.
     */
    public ConfigProperty onlyIf(String otherProperty, String value) {
        Attributes a = attributes;
        Map<String, String> all = new java.util.LinkedHashMap<>(a.dependsOn);
        all.put(otherProperty, value);
        return with(
                new Attributes(a.label, a.help, a.required, a.defaultValue, a.choices, a.suggestions, Map.copyOf(all)));
    }

    private ConfigProperty with(Attributes changed) {
        return new ConfigProperty(name, type, changed);
    }

    public String name() {
        return name;
    }

    public PropertyType type() {
        return type;
    }

    public LocalText label() {
        return attributes.label;
    }

    public LocalText help() {
        return attributes.help;
    }

    public boolean isRequired() {
        return attributes.required;
    }

    public Optional<String> defaultValue() {
        return attributes.defaultValue;
    }

    public List<Choice> choices() {
        return attributes.choices;
    }

    public List<String> suggestions() {
        return attributes.suggestions;
    }

    /** The other properties' values that this one depends on; empty if it is always shown. */
    public Map<String, String> dependsOn() {
        return attributes.dependsOn;
    }
}
