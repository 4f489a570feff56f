package org.photobridge.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.photobridge.simulator.http.SimServer;
import org.photobridge.simulator.http.Site;
import org.photobridge.simulator.http.SiteUrls;

/** The five ports: Entra and Graph share the first, as the SDKs need both at a host's root. */
final class Sockets implements AutoCloseable {
    private static final Site[] PORT_OWNERS = {Site.LOGIN, Site.ROOT, Site.MY, Site.ADMIN, Site.CONTROL};

    private final Map<Site, SimServer> servers = new EnumMap<>(Site.class);

    /** @throws IOException if a port is taken; then none stays open */
    static Sockets open(SimulatorOptions options, SSLContext tls, Executor threads) throws IOException {
        InetAddress host = InetAddress.getByName(options.host());
        if (!host.isLoopbackAddress()) {
            throw new IllegalArgumentException(options.host() + " is no loopback address");
        }
        Sockets sockets = new Sockets();
        try {
            for (int i = 0; i < PORT_OWNERS.length; i++) {
                int port = options.port() == 0 ? 0 : options.port() + i;
                Optional<SSLContext> secured = PORT_OWNERS[i] == Site.CONTROL ? Optional.empty() : Optional.of(tls);
                InetSocketAddress address = new InetSocketAddress(host, port);
                sockets.servers.put(PORT_OWNERS[i], SimServer.open(address, secured, threads));
            }
            return sockets;
        } catch (IOException e) {
            sockets.close();
            throw new IOException(
                    "A port of " + options.host() + ":" + options.port() + " and the four above it "
                            + "can't be opened: " + e.getMessage(),
                    e);
        }
    }

    SiteUrls urls() {
        Map<Site, URI> urls = new EnumMap<>(Site.class);
        servers.forEach((site, server) -> urls.put(site, server.url()));
        urls.put(Site.GRAPH, urls.get(Site.LOGIN));
        return new SiteUrls(urls);
    }

    void serve(Map<Site, org.photobridge.simulator.http.SimHandler> handlers) {
        servers.forEach((owner, server) -> server.serve(
                path -> owner == Site.LOGIN ? loginOrGraph(path) : owner,
                request -> handlers.get(request.site()).handle(request)));
    }

    private static Site loginOrGraph(String path) {
        return path.startsWith("/v1.0/") || path.startsWith("/beta/") ? Site.GRAPH : Site.LOGIN;
    }

    @Override
    public void close() {
        servers.values().forEach(SimServer::close);
    }
}
