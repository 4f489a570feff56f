package org.photobridge.spi;

import java.util.Objects;

/**
 * A set of people as the source lists it.
 *
 * @param id the source's stable id
 * @param name may hold anything
 * @param description may be empty
 * @param kind what sort of group it is, for people: "Security group", "Dynamic group"
 * @param membersVisible whether we may see all its members; false for a group whose membership is hidden from us, so
 *     that an empty answer isn't taken for an empty group
 */
public record Group(String id, String name, String description, LocalText kind, boolean membersVisible) {

    public Group {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(kind, "kind");
    }
}
