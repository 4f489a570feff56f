package org.photobridge.sharepoint;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Scheme, host and port of an address: what decides who sees a token. */
final class Origins {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Origins() {}

    /** The address without path, query and a port that goes without saying. */
    static URI of(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        String host = address.getHost().toLowerCase(Locale.ROOT);
        boolean usual = address.getPort() == -1 || address.getPort() == usualPort(scheme);
        return URI.create(scheme + "://" + host + (usual ? "" : ":" + address.getPort()));
    }

    static boolean same(URI one, URI other) {
        return isComplete(one) && isComplete(other) && of(one).equals(of(other));
    }

    /** Whether it names a scheme and a host at all. */
    static boolean isComplete(URI address) {
        return address.getScheme() != null && address.getHost() != null;
    }

    static boolean isLoopback(URI address) {
        return address.getHost() != null && LOOPBACK.contains(address.getHost().toLowerCase(Locale.ROOT));
    }

    /** The port, also where the address doesn't name it. */
    static int port(URI address) {
        return address.getPort() == -1 ? usualPort(address.getScheme()) : address.getPort();
    }

    private static int usualPort(String scheme) {
        return "http".equalsIgnoreCase(scheme) ? 80 : 443;
    }
}
