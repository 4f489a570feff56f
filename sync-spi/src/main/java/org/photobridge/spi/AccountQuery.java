package org.photobridge.spi;

import java.util.List;
import java.util.Optional;

/** Which accounts to list. Made by the host; exactly one of the four ways applies. */
public final class AccountQuery {

    private static final AccountQuery ALL = new AccountQuery(Optional.empty(), Optional.empty(), List.of());

    private final Optional<String> groupId;
    private final Optional<String> search;
    private final List<String> identifiers;

    private AccountQuery(Optional<String> groupId, Optional<String> search, List<String> identifiers) {
        this.groupId = groupId;
        this.search = search;
        this.identifiers = List.copyOf(identifiers);
    }

    /** Everybody. */
    public static AccountQuery all() {
        return ALL;
    }

    /** The members of a group, those of nested groups included, each once. Needs {@link Capability#GROUPS}. */
    public static AccountQuery inGroup(String groupId) {
        return new AccountQuery(Optional.of(groupId), Optional.empty(), List.of());
    }

    /**
     * People whose name, UPN or e-mail address begins with this text, or whose name has a word that does. Needs
     * {@link Capability#SEARCH}. The text comes from a person's keyboard and may hold anything.
     */
    public static AccountQuery search(String text) {
        return new AccountQuery(Optional.empty(), Optional.of(text), List.of());
    }

    /**
     * Exactly these people, by stable id, UPN or e-mail address in any mixture, as typed. Whom the source doesn't know
     * is missing in the answer; the order is the source's.
     *
     * @param identifiers at most 20
     */
    public static AccountQuery these(List<String> identifiers) {
        if (identifiers.isEmpty() || identifiers.size() > 20) {
            throw new IllegalArgumentException("1 to 20 identifiers at a time, not " + identifiers.size());
        }
        return new AccountQuery(Optional.empty(), Optional.empty(), identifiers);
    }

    public Optional<String> groupId() {
        return groupId;
    }

    public Optional<String> search() {
        return search;
    }

    /** Empty unless exactly these people are meant. */
    public List<String> identifiers() {
        return identifiers;
    }
}
