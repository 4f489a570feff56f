package org.photobridge.portal.connection;

import java.util.Objects;

/**
 * How a connection gets out, and whom it believes on the way.
 *
 * @param proxy a web proxy, {@code http://host:port}; empty for none
 * @param extraCa PEM certificates that are trusted besides the JDK's issuers; empty for none
 */
public record Network(String proxy, String extraCa) {
    public static final Network DIRECT = new Network("", "");

    public Network {
        Objects.requireNonNull(proxy, "proxy");
        Objects.requireNonNull(extraCa, "extraCa");
    }
}
