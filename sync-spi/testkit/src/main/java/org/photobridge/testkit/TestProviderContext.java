package org.photobridge.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.photobridge.spi.ProviderContext;

/** What a host lends to an open end, made for one test; close it after the ends that were opened with it. */
public final class TestProviderContext implements ProviderContext, AutoCloseable {

    private final Clock clock;
    private final Path workFolder;
    private final X509TrustManager trustManager;
    private final SSLContext sslContext;
    private volatile ProxySelector proxy = ProxySelector.of(null);
    private final ExecutorService executor = Executors.newCachedThreadPool();

    private TestProviderContext(Clock clock, Path workFolder, Collection<? extends Certificate> extraAuthorities) {
        this.clock = clock;
        this.workFolder = workFolder;
        try {
            this.trustManager = trustManager(extraAuthorities);
            this.sslContext = sslContext(trustManager);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This JDK can't set up TLS", e);
        }
    }

    /**
     * A context with the system's clock and the JDK's certificate authorities.
     *
     * @param workFolder an existing folder, such as JUnit's {@code @TempDir}
     */
    public static TestProviderContext in(Path workFolder) {
        return new TestProviderContext(Clock.systemUTC(), workFolder, List.of());
    }

    public static TestProviderContext in(Path workFolder, Clock clock) {
        return new TestProviderContext(clock, workFolder, List.of());
    }

    /** A context that also trusts these authorities, given as PEM; for a simulator's own certificate. */
    public static TestProviderContext trusting(String pem, Path workFolder, Clock clock) {
        return new TestProviderContext(clock, workFolder, certificates(pem));
    }

    private static Collection<? extends Certificate> certificates(String pem) {
        try (var in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is no certificate in PEM form", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static X509TrustManager trustManager(Collection<? extends Certificate> extra)
            throws GeneralSecurityException, IOException {
        KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        authorities.load(null, null);
        int number = 0;
        for (X509Certificate issuer : trustManagerOf(null).getAcceptedIssuers()) {
            authorities.setCertificateEntry("jdk-" + number++, issuer);
        }
        for (Certificate issuer : extra) {
            authorities.setCertificateEntry("extra-" + number++, issuer);
        }
        return trustManagerOf(authorities);
    }

    private static X509TrustManager trustManagerOf(KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("No X.509 trust manager"));
    }

    private static SSLContext sslContext(X509TrustManager trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        return context;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public ExecutorService executor() {
        return executor;
    }

    /** This context, with a proxy from now on. */
    public TestProviderContext through(LoopbackProxy wayOut) {
        proxy = wayOut.selector();
        return this;
    }

    /** Direct unless it was told otherwise: tests stay on loopback. */
    @Override
    public ProxySelector proxy() {
        return proxy;
    }

    @Override
    public SSLContext sslContext() {
        return sslContext;
    }

    @Override
    public X509TrustManager trustManager() {
        return trustManager;
    }

    @Override
    public String userAgent() {
        return "Photobridge-Test/1.0";
    }

    @Override
    public Path workFolder() {
        return workFolder;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
