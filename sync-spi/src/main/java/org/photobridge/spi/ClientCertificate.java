package org.photobridge.spi;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * A certificate with its private key, by which a provider proves who it is: the value of a
 * {@link PropertyType#CERTIFICATE} property. The host has read it from PKCS#12 or PEM.
 */
public final class ClientCertificate {

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private ClientCertificate(PrivateKey key, List<X509Certificate> chain) {
        this.key = Objects.requireNonNull(key, "key");
        this.chain = List.copyOf(chain);
        if (this.chain.isEmpty()) {
            throw new IllegalArgumentException("A client certificate has at least one certificate");
        }
    }

    /**
     * A certificate and its key.
     *
     * @param chain the key's own certificate first; never empty
     */
    public static ClientCertificate of(PrivateKey key, List<X509Certificate> chain) {
        return new ClientCertificate(key, chain);
    }

    public PrivateKey key() {
        return key;
    }

    /** The chain, the key's own certificate first. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** The key's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Names the certificate's subject; nothing of the key. */
    @Override
    public String toString() {
        return "ClientCertificate[" + certificate().getSubjectX500Principal() + "]";
    }
}
