package org.photobridge.simulator.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The three certificates of a simulator: its authority's, its server's, and the demo app's. */
public record KeyMaterial(KeyedCertificate authority, KeyedCertificate server, KeyedCertificate client) {
    /** The file lies beside the keys in clear, owner-only: the password guards nothing. */
    private static final char[] PASSWORD = "simulator".toCharArray();

    private static KeyMaterial ofThisProcess;

    /** New keys, by the machine's own time: it's the time by which clients judge a server's certificate. */
    public static KeyMaterial make() {
        Clock clock = Clock.systemUTC();
        CertificateMaker maker = new CertificateMaker(clock);
        KeyedCertificate authority = maker.authority("CN=Microsoft 365 simulator CA");
        Instant nextYear = clock.instant().plus(Duration.ofDays(365));
        return new KeyMaterial(authority, maker.server(authority), maker.selfSigned("CN=Photobridge demo", nextYear));
    }

    /** The same keys for every simulator of this process: making them is the slowest part of a start. */
    public static synchronized KeyMaterial ofThisProcess() {
        if (ofThisProcess == null) {
            ofThisProcess = make();
        }
        return ofThisProcess;
    }

    /** What was saved earlier, so that whoever trusted it needn't be told again. */
    public static KeyMaterial load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return new KeyMaterial(entry(store, "authority"), entry(store, "server"), entry(store, "client"));
        } catch (GeneralSecurityException e) {
            throw new IOException("The keys in " + file + " can't be read", e);
        }
    }

    /** Writes a new file that only its owner can read. */
    public void save(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            put(store, "authority", authority);
            put(store, "server", server);
            put(store, "client", client);
            store.store(out, PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IOException("The keys can't be written to " + file, e);
        }
    }

    public SSLContext serverContext() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = {server.certificate(), authority.certificate()};
            store.setKeyEntry("server", server.key(), PASSWORD, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(KeyStore store, String alias, KeyedCertificate entry) throws GeneralSecurityException {
        store.setKeyEntry(alias, entry.key(), PASSWORD, new Certificate[] {entry.certificate()});
    }

    private static KeyedCertificate entry(KeyStore store, String alias) throws GeneralSecurityException {
        PrivateKey key = (PrivateKey) store.getKey(alias, PASSWORD);
        X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
        if (key == null || certificate == null) {
            throw new GeneralSecurityException("There is no " + alias);
        }
        return new KeyedCertificate(key, certificate);
    }
}
