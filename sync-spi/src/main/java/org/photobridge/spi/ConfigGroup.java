package org.photobridge.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * Settings that belong together: one box of the form.
 *
 * @param name a short stable name
 * @param label the box's heading
 * @param sharedKind if present, the group's settings can be stored once and used by several connections, of any provider
 *     that has a group of the same kind; the kinds are {@link #ENTRA_APP}
 */
public record ConfigGroup(String name, LocalText label, Optional<String> sharedKind) {

    /**
     * The shareable settings of an Entra app registration. A group of this kind uses these property names where it has
     * such a property: {@code tenantId}, {@code clientId}, {@code cloud}, {@code loginUrl}, {@code clientSecret},
     * {@code certificate}.
     */
    public static final String ENTRA_APP = "entra-app";

    public ConfigGroup {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(sharedKind, "sharedKind");
    }

    /** A group of this connection's own. */
    public static ConfigGroup of(String name, LocalText label) {
        return new ConfigGroup(name, label, Optional.empty());
    }

    /** A group whose settings can be shared under {@code kind}. */
    public static ConfigGroup shared(String name, LocalText label, String kind) {
        return new ConfigGroup(name, label, Optional.of(kind));
    }
}
