package org.photobridge.portal.job;

import java.util.List;
import java.util.Objects;

/**
 * Whom a request is about.
 *
 * @param ids the people's stable ids, or the one group's id; empty for everybody
 * @param label what pages call it: a person's name, a group's name; may be empty
 */
public record Scope(ScopeKind kind, List<String> ids, String label) {

    /** The most people of a list; more is a group's work. */
    public static final int LIST_MAX = 1000;

    public Scope {
        Objects.requireNonNull(kind, "kind");
        ids = ids.stream().distinct().toList();
        label = label.length() <= 400 ? label : label.substring(0, 400);
        if (!fits(kind, ids.size())) {
            throw new IllegalArgumentException("A scope of kind " + kind + " can't have " + ids.size() + " ids");
        }
    }

    public static Scope account(String accountId, String name) {
        return new Scope(ScopeKind.ACCOUNT, List.of(accountId), name);
    }

    public static Scope list(List<String> accountIds, String label) {
        return new Scope(ScopeKind.LIST, accountIds, label);
    }

    public static Scope group(String groupId, String name) {
        return new Scope(ScopeKind.GROUP, List.of(groupId), name);
    }

    public static Scope all() {
        return new Scope(ScopeKind.ALL, List.of(), "");
    }

    private static boolean fits(ScopeKind kind, int ids) {
        return switch (kind) {
            case ALL -> ids == 0;
            case ACCOUNT, GROUP -> ids == 1;
            case LIST -> ids >= 1 && ids <= LIST_MAX;
        };
    }
}
