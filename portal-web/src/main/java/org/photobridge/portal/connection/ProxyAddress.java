package org.photobridge.portal.connection;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The way out of one connection: a web proxy as an admin writes it ({@code http://proxy.contoso.com:8080}), or none. */
record ProxyAddress(String host, int port) {

    /** Reads a proxy; empty if the text is none. */
    static Optional<ProxyAddress> read(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text.trim() : "http://" + text.trim());
            boolean plain = uri.getUserInfo() == null && (uri.getPath().isEmpty() || "/".equals(uri.getPath()));
            boolean known = "http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0;
            return plain && known ? Optional.of(new ProxyAddress(uri.getHost(), uri.getPort())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    ProxySelector selector() {
        return new Fixed(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
    }

    /** No proxy, whatever the JVM was told: each connection binds its own way out. */
    static ProxySelector direct() {
        return new Fixed(Proxy.NO_PROXY);
    }

    private static final class Fixed extends ProxySelector {
        private static final Logger LOG = System.getLogger(ProxyAddress.class.getName());
        private final List<Proxy> only;

        Fixed(Proxy only) {
            this.only = List.of(only);
        }

        @Override
        public List<Proxy> select(URI uri) {
            return only;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            LOG.log(Level.WARNING, "{0} was not reached by {1}: {2}", uri.getHost(), address, e.getMessage());
        }
    }
}
