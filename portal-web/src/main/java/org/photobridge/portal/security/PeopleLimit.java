package org.photobridge.portal.security;

/** The only people whom a limited viewer or operator may see: the members of one group of one source connection. */
public record PeopleLimit(long connectionId, String groupId, String groupName) {
    /** Groups are told apart by their ids; how one was called when it was chosen says nothing. */
    boolean isOfSameGroup(PeopleLimit other) {
        return connectionId == other.connectionId && groupId.equals(other.groupId);
    }
}
