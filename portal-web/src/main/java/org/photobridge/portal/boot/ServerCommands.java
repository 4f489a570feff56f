package org.photobridge.portal.boot;

import java.util.List;

/** How the server is set up before it boots: one listener on one address, and no door of its own beside ours. */
final class ServerCommands {
    private static final String CONFIG = "set configs.config.server-config.";

    private ServerCommands() {}

    static List<String> beforeBoot(String address) {
        return List.of(
                CONFIG + "network-config.network-listeners.network-listener.http-listener.address=" + address,
                CONFIG + "hazelcast-config-specific-configuration.enabled=false",
                CONFIG + "network-config.protocols.protocol.http-listener.http.xpowered-by=false",
                CONFIG + "network-config.protocols.protocol.http-listener.http.server-header=false");
    }

    /** Services of the server that can only be switched off once it runs, and before the portal is deployed. */
    static List<String> afterBoot() {
        return List.of("set-openapi-configuration --enabled=false");
    }
}
