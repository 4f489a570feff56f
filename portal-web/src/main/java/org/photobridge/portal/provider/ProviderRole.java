package org.photobridge.portal.provider;

/** What a provider can be for a connection. */
public enum ProviderRole {
    SOURCE,
    TARGET
}
