package org.photobridge.portal.connection;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.photobridge.spi.LocalText;

/**
 * Which hosts a connection may talk to: Microsoft's clouds; others only where the operator allows them; the metadata
 * services of clouds never, since they hand out the machine's own credentials to whoever asks.
 */
public final class HostPolicy {
    private static final List<String> MICROSOFT = List.of(
            "login.microsoftonline.com",
            "login.microsoftonline.us",
            "login.partner.microsoftonline.cn",
            "graph.microsoft.com",
            "graph.microsoft.us",
            "dod-graph.microsoft.us",
            "microsoftgraph.chinacloudapi.cn",
            ".sharepoint.com",
            ".sharepoint.us",
            ".sharepoint-mil.us",
            ".sharepoint.cn");

    private static final Set<String> METADATA = Set.of(
            "metadata",
            "metadata.google.internal",
            "instance-data",
            "168.63.129.16",
            "100.100.100.200",
            "192.0.0.192",
            "fd00:ec2:0:0:0:0:0:254");

    private final boolean customAllowed;

    public HostPolicy(boolean customAllowed) {
        this.customAllowed = customAllowed;
    }

    public boolean isCustomAllowed() {
        return customAllowed;
    }

    /** What is wrong with an address that a provider will be told to use. Asks no name server. */
    Optional<LocalText> problem(String text) {
        Optional<URI> parsed = parse(text);
        if (parsed.isEmpty()) {
            return Optional.of(Words.of("connection.problem.uri"));
        }
        URI uri = parsed.get();
        if (isMetadata(hostOf(uri))) {
            return Optional.of(Words.of("connection.problem.metadata", hostOf(uri)));
        }
        if (!"https".equals(uri.getScheme()) && !isLoopback(hostOf(uri))) {
            return Optional.of(Words.of("connection.problem.https"));
        }
        return customAllowed || isMicrosoft(uri)
                ? Optional.empty()
                : Optional.of(Words.of("connection.problem.custom-host", hostOf(uri)));
    }

    /** What is wrong with a proxy's host, which is never Microsoft's. */
    Optional<LocalText> proxyProblem(String host) {
        return isMetadata(host.toLowerCase(Locale.ROOT))
                ? Optional.of(Words.of("connection.problem.metadata", host))
                : Optional.empty();
    }

    /** Whether a name leads to a metadata service after all; asked before a connection is opened. */
    boolean leadsToMetadata(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (address.isLinkLocalAddress() || METADATA.contains(address.getHostAddress())) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            return false; // an unknown name is the provider's to report
        }
    }

    static Optional<URI> parse(String text) {
        URI uri;
        try {
            uri = URI.create(text.trim());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean usable = uri.getHost() != null && isHttp(uri) && uri.getUserInfo() == null;
        return usable ? Optional.of(uri) : Optional.empty();
    }

    private static boolean isHttp(URI uri) {
        return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    }

    private static String hostOf(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
    }

    private static boolean isMicrosoft(URI uri) {
        boolean standardPort = uri.getPort() == -1 || uri.getPort() == 443;
        String host = hostOf(uri);
        return standardPort
                && "https".equals(uri.getScheme())
                && MICROSOFT.stream()
                        .anyMatch(known -> known.startsWith(".") ? host.endsWith(known) : host.equals(known));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static boolean isMetadata(String host) {
        if (METADATA.contains(host)) {
            return true;
        }
        return literal(host)
                .filter(address -> address.isLinkLocalAddress()
                        || address.isAnyLocalAddress()
                        || METADATA.contains(address.getHostAddress()))
                .isPresent();
    }

    /** The address, if the host is written as one; a plain number such as {@code 2852039166} is one, too. */
    private static Optional<InetAddress> literal(String host) {
        if (!host.matches("[0-9.]+") && !host.contains(":")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
