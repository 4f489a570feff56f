package org.photobridge.portal.boot;

import java.util.List;

/** How the server is set up before it boots: one listener on one address, and no door of its own beside ours. */
final class ServerCommands {
    private static final String CONFIG = "set configs.config.server-config.";
    private static final String LISTENER = CONFIG + "network-config.network-listeners.network-listener.";
    private static final String PROTOCOL = CONFIG + "network-config.protocols.protocol.";
    private static final String NO_CLUSTER = CONFIG + "hazelcast-config-specific-configuration.enabled=false";
    private static final String HTTP = "http-listener";
    private static final String HTTPS = "https-listener";

    private ServerCommands() {}

    /** Plain HTTP, for this machine or a proxy. */
    static List<String> beforeBoot(String address) {
        return List.of(LISTENER + HTTP + ".address=" + address, NO_CLUSTER, unpowered(HTTP), unnamed(HTTP));
    }

    /** TLS and nothing else: who comes by plain HTTP finds nobody. */
    static List<String> beforeBoot(String address, TlsKeyStore tls) {
        return List.of(
                LISTENER + HTTP + ".enabled=false",
                LISTENER + HTTPS + ".address=" + address,
                LISTENER + HTTPS + ".enabled=true",
                PROTOCOL + HTTPS + ".ssl.cert-nickname=" + tls.alias(),
                PROTOCOL + HTTPS + ".ssl.tls-enabled=false",
                PROTOCOL + HTTPS + ".ssl.tls11-enabled=false",
                PROTOCOL + HTTPS + ".http.http2-enabled=false",
                NO_CLUSTER,
                unpowered(HTTPS),
                unnamed(HTTPS));
    }

    private static String unpowered(String listener) {
        return PROTOCOL + listener + ".http.xpowered-by=false";
    }

    private static String unnamed(String listener) {
        return PROTOCOL + listener + ".http.server-header=false";
    }

    /** Services of the server that can only be switched off once it runs, and before the portal is deployed. */
    static List<String> afterBoot() {
        return List.of("set-openapi-configuration --enabled=false");
    }
}
