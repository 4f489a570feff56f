package org.photobridge.spi;

import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/** What the host lends to an open end, from {@code open} until {@code close}. */
public interface ProviderContext {

    /** The only clock that a provider reads. */
    Clock clock();

    /** Threads for libraries that need some. The host owns it: a provider doesn't shut it down. */
    ExecutorService executor();

    /** The way out, for every connection that the end opens. Answers "direct" where there is no proxy. */
    ProxySelector proxy();

    /** TLS with the JDK's issuers and the connection's extra CA. */
    SSLContext sslContext();

    /** The trust manager of {@link #sslContext()}, for libraries that ask for both. */
    X509TrustManager trustManager();

    /** What to send as {@code User-Agent}, if the service prescribes nothing else; for example {@code Photobridge/1.0}. */
    String userAgent();

    /** A folder of this connection's own, for files that may be lost at any time. It exists. */
    Path workFolder();
}
