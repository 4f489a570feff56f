package org.photobridge.spi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings of a source or target, in groups, in the order in which pages show them. */
public final class ConfigSchema {

    private final Map<ConfigGroup, List<ConfigProperty>> groups;

    private ConfigSchema(Map<ConfigGroup, List<ConfigProperty>> groups) {
        this.groups = groups;
    }

    /** A schema without settings. */
    public static ConfigSchema empty() {
        return new ConfigSchema(Map.of());
    }

    /**
     * This schema with one more group at the end.
     *
     * @throws IllegalArgumentException if the group's name or one of the properties' names is taken
     */
    public ConfigSchema group(ConfigGroup group, ConfigProperty... properties) {
        if (groups.containsKey(group)) {
            throw new IllegalArgumentException("Two settings or groups are called '" + group.name() + "'");
        }
        Map<ConfigGroup, List<ConfigProperty>> all = new LinkedHashMap<>(groups);
        all.put(group, List.of(properties));
        ConfigSchema grown = new ConfigSchema(all);
        grown.requireUniqueNames();
        return grown;
    }

    private void requireUniqueNames() {
        Set<String> names = new HashSet<>();
        properties().forEach(property -> requireNew(names, property.name()));
        Set<String> groupNames = new HashSet<>();
        groups.keySet().forEach(group -> requireNew(groupNames, group.name()));
    }

    private static void requireNew(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("Two settings or groups are called '" + name + "'");
        }
    }

    /** The groups in order. */
    public List<ConfigGroup> groups() {
        return List.copyOf(groups.keySet());
    }

    /** A group's properties in order; empty for an unknown group. */
    public List<ConfigProperty> properties(ConfigGroup group) {
        return groups.getOrDefault(group, List.of());
    }

    /** All properties, group after group. */
    public List<ConfigProperty> properties() {
        List<ConfigProperty> all = new ArrayList<>();
        groups.values().forEach(all::addAll);
        return List.copyOf(all);
    }

    /** The property of this name. */
    public Optional<ConfigProperty> property(String name) {
        return properties().stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }
}
