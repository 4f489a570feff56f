package org.photobridge.portal.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.portal.connection.ConnectionDraft.Settings;
import org.photobridge.portal.connection.ConnectionView.StoredSecret;
import org.photobridge.spi.ConfigGroup;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.ConfigSchema;

/** Turns a provider's schema and the values typed so far into the boxes and fields to draw. */
final class FormModel {
    private final ConfigSchema schema;
    private final Map<String, StoredSecret> stored;
    private final Set<String> controlling;

    FormModel(ConfigSchema schema, Map<String, StoredSecret> stored) {
        this.schema = schema;
        this.stored = stored;
        this.controlling = schema.properties().stream()
                .flatMap(property -> property.dependsOn().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** The boxes that have something to fill in, given these values, the app registration's included. */
    List<FormGroup> groups(Map<String, String> values) {
        SchemaCheck check = new SchemaCheck(schema, new Settings(values, Map.of(), Map.of()), new HostPolicy(true));
        List<FormGroup> groups = new ArrayList<>();
        for (ConfigGroup group : schema.groups()) {
            boolean registered = SharedGroup.of(schema).filter(group::equals).isPresent();
            List<FormField> fields = schema.properties(group).stream()
                    .filter(property -> !SharedGroup.gives(schema, property))
                    .filter(check::isShown)
                    .map(this::field)
                    .toList();
            if (registered || !fields.isEmpty()) {
                groups.add(new FormGroup(group.name(), group.label(), registered, fields));
            }
        }
        return groups;
    }

    private FormField field(ConfigProperty property) {
        return FormField.of(
                property, controlling.contains(property.name()), Optional.ofNullable(stored.get(property.name())));
    }
}
