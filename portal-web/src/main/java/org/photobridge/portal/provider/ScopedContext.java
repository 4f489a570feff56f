package org.photobridge.portal.provider;

import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.photobridge.spi.ProviderContext;

/** What the host lends to an end, with threads that know the provider's classes. */
record ScopedContext(ProviderContext host, ExecutorService executor) implements ProviderContext {

    static ScopedContext of(ProviderContext host, ProviderScope scope) {
        return new ScopedContext(host, new ScopedExecutor(host.executor(), scope));
    }

    @Override
    public Clock clock() {
        return host.clock();
    }

    @Override
    public ProxySelector proxy() {
        return host.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return host.sslContext();
    }

    @Override
    public X509TrustManager trustManager() {
        return host.trustManager();
    }

    @Override
    public String userAgent() {
        return host.userAgent();
    }

    @Override
    public Path workFolder() {
        return host.workFolder();
    }
}
