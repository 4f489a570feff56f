package org.photobridge.portal.connection;

/** Fired in the transaction in which a connection's settings change, its app registration's included. */
public record ConnectionChanged(long connection) {}
