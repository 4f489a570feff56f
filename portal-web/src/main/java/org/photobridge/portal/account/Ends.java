package org.photobridge.portal.account;

/** The two connections between which pictures are carried: what a list of people is about. */
public record Ends(long sourceConnectionId, long targetConnectionId) {}
