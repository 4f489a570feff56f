package org.photobridge.portal.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.photobridge.spi.ClientCertificate;

/** Reads a certificate with its private key from what admins have: PKCS#12 (.pfx, .p12) or PEM, with a password or without. */
final class CertificateFiles {
    static final int LARGEST = 200_000;

    private static final int SMALLEST_RSA = 2048;
    private static final String BAD_PASSWORD = "certificate.problem.password";

    private CertificateFiles() {}

    static ClientCertificate read(byte[] file, String password) throws BadCertificateException {
        if (file.length > LARGEST) {
            throw bad("certificate.problem.size");
        }
        String text = new String(file, StandardCharsets.ISO_8859_1);
        ClientCertificate read = text.contains("-----BEGIN") ? pem(text, password) : pkcs12(file, password);
        requirePair(read.key(), read.certificate().getPublicKey());
        return read;
    }

    private static ClientCertificate pkcs12(byte[] file, String password) throws BadCertificateException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, password.toCharArray());
                if (key instanceof PrivateKey own) {
                    return ClientCertificate.of(own, chain(store.getCertificateChain(alias)));
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new BadCertificateException(Words.of(isPassword(e) ? BAD_PASSWORD : "certificate.problem.file"), e);
        }
        throw bad("certificate.problem.no-key");
    }

    private static boolean isPassword(Exception e) {
        return e.getCause() instanceof java.security.UnrecoverableKeyException
                || e instanceof java.security.UnrecoverableKeyException;
    }

    private static List<X509Certificate> chain(Certificate[] certificates) {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : certificates) {
            chain.add((X509Certificate) certificate);
        }
        return chain;
    }

    private static ClientCertificate pem(String text, String password) throws BadCertificateException {
        List<X509Certificate> chain = new ArrayList<>();
        Optional<PrivateKey> key = Optional.empty();
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof X509CertificateHolder holder) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                } else {
                    Optional<PrivateKey> found = readKey(part, password);
                    key = key.isPresent() ? key : found;
                }
            }
        } catch (IOException | GeneralSecurityException | IllegalStateException | IllegalArgumentException e) {
            throw new BadCertificateException(Words.of("certificate.problem.file"), e);
        }
        return pair(key, chain);
    }

    private static ClientCertificate pair(Optional<PrivateKey> key, List<X509Certificate> chain)
            throws BadCertificateException {
        if (key.isEmpty()) {
            throw bad("certificate.problem.no-key");
        }
        if (chain.isEmpty()) {
            throw bad("certificate.problem.no-certificate");
        }
        return ClientCertificate.of(key.get(), chain);
    }

    private static Optional<PrivateKey> readKey(Object part, String password) throws BadCertificateException {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        try {
            if (part instanceof PrivateKeyInfo info) {
                return Optional.of(converter.getPrivateKey(info));
            }
            if (part instanceof PEMKeyPair pair) {
                return Optional.of(converter.getKeyPair(pair).getPrivate());
            }
            if (part instanceof PEMEncryptedKeyPair sealed) {
                PEMKeyPair pair = sealed.decryptKeyPair(
                        new JcePEMDecryptorProviderBuilder().setProvider(own()).build(password.toCharArray()));
                return Optional.of(converter.getKeyPair(pair).getPrivate());
            }
            if (part instanceof PKCS8EncryptedPrivateKeyInfo sealed) {
                return Optional.of(converter.getPrivateKey(
                        sealed.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                                .setProvider(own())
                                .build(password.toCharArray()))));
            }
            return Optional.empty();
        } catch (PEMException e) {
            throw new BadCertificateException(Words.of("certificate.problem.file"), e);
        } catch (IOException | PKCSException | OperatorCreationException e) {
            throw new BadCertificateException(Words.of(BAD_PASSWORD), e);
        }
    }

    /** Used here only, never registered with the JVM. */
    private static BouncyCastleProvider own() {
        return new BouncyCastleProvider();
    }

    private static void requirePair(PrivateKey key, PublicKey certified) throws BadCertificateException {
        if (!(certified instanceof RSAPublicKey rsa)) {
            throw bad("certificate.problem.not-rsa");
        }
        if (rsa.getModulus().bitLength() < SMALLEST_RSA) {
            throw bad("certificate.problem.weak");
        }
        if (!matches(key, certified)) {
            throw bad("certificate.problem.pair");
        }
    }

    private static boolean matches(PrivateKey key, PublicKey certified) {
        byte[] probe = {4, 2};
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key);
            signer.update(probe);
            byte[] signature = signer.sign();
            signer.initVerify(certified);
            signer.update(probe);
            return signer.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static BadCertificateException bad(String key) {
        return new BadCertificateException(Words.of(key));
    }
}
