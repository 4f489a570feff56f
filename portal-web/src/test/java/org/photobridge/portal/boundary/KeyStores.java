package org.photobridge.portal.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Key stores as an operator would make them, with the JDK's own tool. */
public final class KeyStores {
    public static final String PASSWORD = "changeit-please";

    private KeyStores() {}

    /** A new PKCS#12 file for localhost; {@code from} and {@code days} as keytool takes them. */
    public static Path make(Path file, String from, int days) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "portal",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-startdate",
                        from,
                        "-validity",
                        Integer.toString(days),
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).as("keytool").isZero();
        return file;
    }

    /** Believes the one certificate in a file, whatever name it was asked by. */
    static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManager only = new Only((X509Certificate) store.getCertificate("portal"));
        context.init(null, new TrustManager[] {only}, null);
        return context;
    }

    private static final class Only extends X509ExtendedTrustManager {
        private final X509Certificate expected;

        Only(X509Certificate expected) {
            this.expected = expected;
        }

        private void check(X509Certificate[] chain) {
            assertThat(chain[0]).isEqualTo(expected);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {expected};
        }
    }
}
