package org.photobridge.portal.connection;

import org.photobridge.portal.provider.LimitOverrides;
import org.photobridge.portal.provider.LoadedModule;
import org.photobridge.spi.ProviderConfig;

/**
 * A connection whose settings were found to be good: all that opening it needs.
 *
 * @param settingsVersion changes with the connection's settings and with its app registration's
 */
record ReadyConnection(
        LoadedModule module, ProviderConfig config, Network network, LimitOverrides limits, String settingsVersion) {}
