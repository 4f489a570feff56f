package org.photobridge.portal.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server on loopback with a certificate of its own that asks whoever comes for theirs, closes, and remembers what it was
 * shown. While it is open the JVM's own TLS believes it and has the same key to show, as in a portal with a key store.
 */
public final class TlsDoor implements AutoCloseable {
    private static final List<String> PROPERTIES = List.of("keyStore", "trustStore");

    private final KeyStore store;
    private final SSLServerSocket server;
    private final Thread thread;
    private final SSLContext before;
    private final Map<String, String> properties = new HashMap<>();
    private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();

    /** @param file a PKCS#12 file with a key for localhost as {@code portal} */
    public TlsDoor(Path file, String password) throws IOException, GeneralSecurityException {
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        SSLContext both = withKey(password);
        before = SSLContext.getDefault();
        SSLContext.setDefault(both);
        for (String property : PROPERTIES) {
            set(property, file.toString());
            set(property + "Password", password);
            set(property + "Type", "PKCS12");
        }
        server = (SSLServerSocket)
                both.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        server.setWantClientAuth(true);
        thread = new Thread(this::serve, "tls-door");
        thread.start();
    }

    public URI address() {
        return URI.create("https://localhost:" + port());
    }

    public int port() {
        return server.getLocalPort();
    }

    public X509Certificate certificate() throws GeneralSecurityException {
        return (X509Certificate) store.getCertificate("portal");
    }

    /** What the next caller showed: the name in a certificate, "nothing", or why they went away. */
    public String shown() throws InterruptedException {
        return String.valueOf(shown.poll(10, TimeUnit.SECONDS));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
        thread.join();
        SSLContext.setDefault(before);
        properties.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    private SSLContext withKey(String password) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private void set(String name, String value) {
        String property = "javax.net.ssl." + name;
        properties.put(property, System.getProperty(property));
        System.setProperty(property, value);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (SSLSocket caller = (SSLSocket) server.accept()) {
                caller.startHandshake();
                shown.add(shownBy(caller));
            } catch (IOException e) {
                shown.add("gone: " + e.getMessage());
            }
        }
    }

    private static String shownBy(SSLSocket caller) {
        try {
            return caller.getSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return "nothing";
        }
    }
}
