package org.photobridge.portal.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.photobridge.spi.ProviderContext;

/** What one connection's open end is lent: its own way out, its own trust, a folder of its own. */
record ConnectionContext(Clock clock, ExecutorService executor, ProxySelector proxy, Trust trust, Path workFolder)
        implements ProviderContext {

    static ConnectionContext of(Clock clock, Network network, ExecutorService executor, Path workFolder) {
        try {
            Files.createDirectories(workFolder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + workFolder + " can't be made", e);
        }
        ProxySelector proxy =
                ProxyAddress.read(network.proxy()).map(ProxyAddress::selector).orElseGet(ProxyAddress::direct);
        return new ConnectionContext(clock, executor, proxy, Trust.of(network.extraCa()), workFolder);
    }

    @Override
    public SSLContext sslContext() {
        return trust.sslContext();
    }

    @Override
    public X509TrustManager trustManager() {
        return trust.trustManager();
    }

    @Override
    public String userAgent() {
        return "Photobridge/1.0";
    }
}
