package org.photobridge.portal.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whom one connection believes: the JDK's issuers and the connection's extra CA.
 *
 * <p>The JDK's own file is read, not the JVM's default: an application server replaces that by its own, older list.
 */
record Trust(SSLContext sslContext, X509TrustManager trustManager) {
    static final int LONGEST_PEM = 200_000;

    /** The JDK's issuers and those in the PEM text, which may be empty. */
    static Trust of(String extraPem) {
        try {
            KeyStore issuers = jdkIssuers();
            int number = 0;
            for (X509Certificate extra : certificates(extraPem)) {
                issuers.setCertificateEntry("photobridge-extra-" + number++, extra);
            }
            return of(issuers);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The trusted issuers can't be read", e);
        }
    }

    /**
     * Reads certificates from PEM text.
     *
     * @throws CertificateException if the text is something else
     */
    static List<X509Certificate> certificates(String pem) throws CertificateException {
        if (pem.isBlank()) {
            return List.of();
        }
        byte[] bytes = pem.strip().getBytes(StandardCharsets.US_ASCII);
        List<X509Certificate> found = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (Certificate certificate : factory.generateCertificates(new ByteArrayInputStream(bytes))) {
            found.add((X509Certificate) certificate);
        }
        if (found.isEmpty()) {
            throw new CertificateException("No certificate");
        }
        return found;
    }

    private static Trust of(KeyStore issuers) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(issuers);
        X509TrustManager manager = Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {manager}, null);
        return new Trust(context, manager);
    }

    private static KeyStore jdkIssuers() throws GeneralSecurityException, IOException {
        Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        KeyStore issuers = KeyStore.getInstance(KeyStore.getDefaultType());
        try (InputStream in = Files.newInputStream(file)) {
            issuers.load(in, null);
        }
        return issuers;
    }
}
