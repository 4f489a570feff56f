package org.photobridge.exchange;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** Microsoft's clouds with their addresses; a custom one brings its own. */
enum Cloud {
    GLOBAL("global", "https://login.microsoftonline.com", "https://graph.microsoft.com"),
    US_GOVERNMENT("usgov", "https://login.microsoftonline.us", "https://graph.microsoft.us"),
    US_DEFENSE("dod", "https://login.microsoftonline.us", "https://dod-graph.microsoft.us"),
    CHINA("china", "https://login.partner.microsoftonline.cn", "https://microsoftgraph.chinacloudapi.cn"),
    CUSTOM("custom", "", "");

    private final String value;
    private final String login;
    private final String graph;

    Cloud(String value, String login, String graph) {
        this.value = value;
        this.login = login;
        this.graph = graph;
    }

    static Optional<Cloud> of(String value) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.value.equals(value))
                .findFirst();
    }

    /** What the setting stores. */
    String value() {
        return value;
    }

    /** Where to sign in; empty for a custom cloud. */
    Optional<URI> login() {
        return Optional.of(login).filter(address -> !address.isEmpty()).map(URI::create);
    }

    /** Graph's root without a version; empty for a custom cloud. */
    Optional<URI> graph() {
        return Optional.of(graph).filter(address -> !address.isEmpty()).map(URI::create);
    }
}
