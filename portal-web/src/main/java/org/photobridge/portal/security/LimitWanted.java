package org.photobridge.portal.security;

/** Somebody who is limited to a group signs in, or is limited from now on: it is to be known who is in it. */
public record LimitWanted(PeopleLimit limit) {}
