package org.photobridge.portal.connection;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.photobridge.spi.ClientCertificate;

/** How certificates and keys are written into the database and read from it: the chain as PEM, the key as PKCS#8. */
final class CertificateCode {
    private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private CertificateCode() {}

    static String chain(ClientCertificate certificate) {
        StringBuilder pem = new StringBuilder();
        certificate.chain().forEach(link -> pem.append(pem(link)));
        return pem.toString();
    }

    static String pem(X509Certificate certificate) {
        return "-----BEGIN CERTIFICATE-----\n" + MIME.encodeToString(der(certificate))
                + "\n-----END CERTIFICATE-----\n";
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] key(ClientCertificate certificate) {
        return certificate.key().getEncoded();
    }

    static ClientCertificate read(String chain, byte[] key) {
        try {
            return ClientCertificate.of(readKey(key), readChain(chain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored certificate can't be read", e);
        }
    }

    static List<X509Certificate> readChain(String chain) throws GeneralSecurityException {
        byte[] pem = chain.getBytes(StandardCharsets.US_ASCII);
        List<X509Certificate> links = new ArrayList<>();
        for (Certificate link :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
            links.add((X509Certificate) link);
        }
        return links;
    }

    /** What Entra ID shows beside an uploaded certificate. */
    static String thumbprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(der(certificate));
            return HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey readKey(byte[] key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
    }
}
