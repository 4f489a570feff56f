package org.photobridge.portal.connection;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a connection's secrets travel: to which hosts, by which proxy, believing whom.
 *
 * <p>A secret is good for the route it was entered for. Whoever changes the route must know the secret: else changing a
 * host, a proxy or a CA would be a way to read it.
 */
record Route(SortedSet<String> hosts, String proxy, String extraCa) {

    /** A route to the hosts of these addresses; what is no address is left out. */
    static Route of(Collection<String> addresses, String proxy, String extraCa) {
        SortedSet<String> hosts = new TreeSet<>();
        addresses.forEach(address -> HostPolicy.parse(address).map(Route::host).ifPresent(hosts::add));
        return new Route(hosts, proxy.strip(), extraCa.strip());
    }

    static String host(URI uri) {
        return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + uri.getPort();
    }

    /** Microsoft's own hosts, no proxy, no CA but the JDK's. */
    boolean isOrdinary() {
        HostPolicy microsoftOnly = new HostPolicy(false);
        return proxy.isEmpty()
                && extraCa.isEmpty()
                && hosts.stream()
                        .allMatch(host ->
                                microsoftOnly.problem(host.replace(":-1", "")).isEmpty());
    }

    /** The hosts' plain names. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        hosts.forEach(host -> names.add(URI.create(host.replace(":-1", "")).getHost()));
        return names;
    }

    /** A short text that is equal for equal routes only. */
    String fingerprint() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String text = String.join("\n", hosts) + "\n\n" + proxy + "\n\n" + extraCa;
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
