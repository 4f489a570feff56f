package org.photobridge.simulator.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates: an authority, servers under it, and the self-signed ones that apps sign in with. */
public final class CertificateMaker {
    private static final Duration LIFE = Duration.ofDays(730);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;

    public CertificateMaker(Clock clock) {
        this.clock = clock;
    }

    public KeyedCertificate authority(String name) {
        KeyPair keys = keys("EC", 256);
        Blank blank = new Blank(name, name, clock.instant().plus(LIFE));
        return signed(
                blank,
                keys,
                keys.getPrivate(),
                builder -> builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true)));
    }

    /** For localhost, 127.0.0.1 and ::1. */
    public KeyedCertificate server(KeyedCertificate authority) {
        String issuer = authority.certificate().getSubjectX500Principal().getName();
        GeneralName[] names = {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        };
        Blank blank = new Blank("CN=localhost", issuer, clock.instant().plus(LIFE));
        return signed(blank, keys("EC", 256), authority.key(), builder -> {
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        });
    }

    /** As "Create certificate" in an app registration's tool makes it. */
    public KeyedCertificate selfSigned(String name, Instant expires) {
        KeyPair keys = keys("RSA", 2048);
        return signed(new Blank(name, name, expires), keys, keys.getPrivate(), builder -> {});
    }

    private record Blank(String subject, String issuer, Instant expires) {}

    private interface Extensions {
        void addTo(X509v3CertificateBuilder builder) throws IOException;
    }

    private KeyedCertificate signed(Blank blank, KeyPair keys, PrivateKey signer, Extensions extensions) {
        try {
            X509v3CertificateBuilder builder = builder(blank, keys.getPublic());
            extensions.addTo(builder);
            return new KeyedCertificate(
                    keys.getPrivate(),
                    new JcaX509CertificateConverter().getCertificate(builder.build(contentSigner(signer))));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("No certificate for " + blank.subject(), e);
        }
    }

    private static ContentSigner contentSigner(PrivateKey signer) throws OperatorCreationException {
        String algorithm = signer.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        return new JcaContentSignerBuilder(algorithm).build(signer);
    }

    private X509v3CertificateBuilder builder(Blank blank, PublicKey key) {
        // Certificates of a test that has put its clock back a little must be valid too.
        Instant from = clock.instant().minus(Duration.ofDays(1));
        Instant start = from.isBefore(blank.expires()) ? from : blank.expires().minus(LIFE);
        return new JcaX509v3CertificateBuilder(
                new X500Name(blank.issuer()),
                new BigInteger(120, RANDOM),
                java.util.Date.from(start),
                java.util.Date.from(blank.expires()),
                new X500Name(blank.subject()),
                key);
    }

    private static KeyPair keys(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
