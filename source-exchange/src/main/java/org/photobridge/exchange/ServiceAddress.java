package org.photobridge.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An address that an admin typed for a service: judged, and brought to the form {@code scheme://host[:port]}. */
final class ServiceAddress {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private ServiceAddress() {}

    /** The key of the text that says what is wrong with it; empty if it can be used. */
    static Optional<String> problemWith(String typed, String allowedPath) {
        Optional<URI> address = parsed(typed);
        if (address.isEmpty() || address.get().getHost() == null) {
            return Optional.of("problem.address");
        }
        if (!isSafe(address.get())) {
            return Optional.of("problem.https");
        }
        return hasOnlyPath(address.get(), allowedPath) ? Optional.empty() : Optional.of("problem.path");
    }

    /** The address without path, and without a port that goes without saying: tokens are asked for by this very text. */
    static URI root(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        boolean usual = address.getPort() < 0 || address.getPort() == (scheme.equals("http") ? 80 : 443);
        String port = usual ? "" : ":" + address.getPort();
        return URI.create(scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + port);
    }

    private static Optional<URI> parsed(String typed) {
        try {
            return Optional.of(new URI(typed.trim()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(URI address) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        boolean loopback = "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(address.getHost());
        return (secure || loopback) && address.getUserInfo() == null;
    }

    private static boolean hasOnlyPath(URI address, String allowed) {
        String path = address.getPath().replaceAll("/$", "");
        return (path.isEmpty() || path.equals(allowed)) && address.getQuery() == null && address.getFragment() == null;
    }
}
