package org.photobridge.spi;

import java.util.Objects;
import java.util.Optional;

/** Which groups to list. Made by the host. */
public final class GroupQuery {

    private final Optional<String> search;
    private final Optional<String> id;

    private GroupQuery(Optional<String> search, Optional<String> id) {
        this.search = search;
        this.id = id;
    }

    /** All groups. */
    public static GroupQuery all() {
        return new GroupQuery(Optional.empty(), Optional.empty());
    }

    /** Groups whose name has a word that begins with this text, as typed. */
    public static GroupQuery search(String text) {
        return new GroupQuery(Optional.of(Objects.requireNonNull(text, "text")), Optional.empty());
    }

    /** The group of this id; no answer if there is none. */
    public static GroupQuery byId(String id) {
        return new GroupQuery(Optional.empty(), Optional.of(Objects.requireNonNull(id, "id")));
    }

    public Optional<String> search() {
        return search;
    }

    public Optional<String> id() {
        return id;
    }
}
