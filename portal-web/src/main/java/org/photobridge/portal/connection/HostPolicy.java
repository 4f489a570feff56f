package org.photobridge.portal.connection;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.photobridge.portal.platform.OutboundAddresses;
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
        if (OutboundAddresses.isForbidden(hostOf(uri))) {
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
        return OutboundAddresses.isForbidden(host)
                ? Optional.of(Words.of("connection.problem.metadata", host))
                : Optional.empty();
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

    /** As written: a name that merely leads to loopback is looked up only later. */
    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
