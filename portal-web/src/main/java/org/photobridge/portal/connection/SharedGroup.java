package org.photobridge.portal.connection;

import java.util.Optional;
import java.util.Set;
import org.photobridge.spi.ConfigGroup;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.ConfigSchema;

/** Which settings of a schema come from an app registration instead of the connection. */
final class SharedGroup {
    static final String CLIENT_SECRET = "clientSecret";
    static final String CERTIFICATE = "certificate";
    static final Set<String> PROPERTIES =
            Set.of("tenantId", "clientId", "cloud", "loginUrl", CLIENT_SECRET, CERTIFICATE);

    private SharedGroup() {}

    /** The schema's group that an app registration fills. */
    static Optional<ConfigGroup> of(ConfigSchema schema) {
        return schema.groups().stream()
                .filter(group ->
                        group.sharedKind().filter(ConfigGroup.ENTRA_APP::equals).isPresent())
                .findFirst();
    }

    /** Whether an app registration gives this property's value. */
    static boolean gives(ConfigSchema schema, ConfigProperty property) {
        return PROPERTIES.contains(property.name())
                && of(schema)
                        .filter(group -> schema.properties(group).stream()
                                .anyMatch(member -> member.name().equals(property.name())))
                        .isPresent();
    }
}
