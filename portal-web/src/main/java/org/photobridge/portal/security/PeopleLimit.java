package org.photobridge.portal.security;

/** The only people whom a limited viewer or operator may see: the members of one group of one source connection. */
public record PeopleLimit(long connectionId, String groupId, String groupName) {}
