package org.photobridge.portal.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import org.photobridge.portal.platform.RefusedStartException;

/**
 * The key and certificate that the portal shows to browsers: a PKCS#12 file of the operator's, looked at before the
 * server starts, which would only say that a listener failed.
 */
record TlsKeyStore(Path file, String password, String alias) {
    private static final String SETTING = "photobridge.tls.keystore";

    /** The configured one; empty if none is. */
    static Optional<TlsKeyStore> configured() {
        String file = Settings.value(SETTING, "");
        return file.isEmpty() ? Optional.empty() : Optional.of(open(Path.of(file), configuredPassword()));
    }

    static TlsKeyStore open(Path file, String password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            String alias = Collections.list(store.aliases()).stream()
                    .filter(name -> isKey(store, name))
                    .findFirst()
                    .orElseThrow(() -> refuse(file, "has no private key in it."));
            requireValid(file, store, alias);
            store.getKey(alias, password.toCharArray());
            return new TlsKeyStore(file.toAbsolutePath(), password, alias);
        } catch (IOException e) {
            throw refuse(
                    file,
                    "can't be opened: " + e.getMessage() + ". It must be PKCS#12 (.p12, .pfx); its password"
                            + " comes from photobridge.tls.password or photobridge.tls.password-file.");
        } catch (GeneralSecurityException e) {
            throw refuse(file, "can't be used: " + e.getMessage() + ". Key and store must have the same password.");
        }
    }

    private static void requireValid(Path file, KeyStore store, String alias) throws GeneralSecurityException {
        try {
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                certificate.checkValidity();
            }
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw refuse(file, "holds a certificate that isn't valid now: " + e.getMessage() + ".");
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String configuredPassword() {
        String password = Settings.value("photobridge.tls.password", "");
        String file = Settings.value("photobridge.tls.password-file", "");
        if (!password.isEmpty() || file.isEmpty()) {
            return password;
        }
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new RefusedStartException("photobridge.tls.password-file can't be read: " + e, e);
        }
    }

    private static RefusedStartException refuse(Path file, String why) {
        return new RefusedStartException(SETTING + ": " + file + " " + why);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return file + " (" + alias + ")";
    }
}
