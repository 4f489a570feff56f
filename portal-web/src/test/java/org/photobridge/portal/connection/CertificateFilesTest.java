package org.photobridge.portal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.ClientCertificate;

class CertificateFilesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final ClientCertificate MADE = CertificateMaker.make("Contoso", NOW);
    private static final ClientCertificate OTHER = CertificateMaker.make("Other", NOW);

    @Test
    void a_made_certificate_has_a_strong_key_and_a_year() {
        assertThat(((RSAPublicKey) MADE.certificate().getPublicKey())
                        .getModulus()
                        .bitLength())
                .isEqualTo(3072);
        assertThat(MADE.certificate().getNotAfter().toInstant()).isEqualTo(NOW.plusSeconds(365L * 86400));
        assertThat(MADE.certificate().getNotBefore().toInstant()).isBefore(NOW);
        assertThat(MADE.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=Photobridge Contoso");
    }

    @Test
    void two_certificates_have_different_serial_numbers() {
        assertThat(MADE.certificate().getSerialNumber())
                .isNotEqualTo(OTHER.certificate().getSerialNumber());
    }

    @Test
    void a_pkcs12_file_is_read_with_its_password() throws Exception {
        ClientCertificate read = CertificateFiles.read(pkcs12("secret"), "secret");

        assertThat(read.certificate()).isEqualTo(MADE.certificate());
        assertThat(read.key().getEncoded()).isEqualTo(MADE.key().getEncoded());
    }

    @Test
    void a_wrong_password_is_said_so() {
        assertThatThrownBy(() -> CertificateFiles.read(pkcs12("secret"), "wrong"))
                .hasMessageContaining("password");
        assertThatThrownBy(() -> CertificateFiles.read(bytes(encryptedPem("secret") + pem(MADE)), "wrong"))
                .hasMessageContaining("password");
    }

    @Test
    void a_pem_file_is_read_in_any_order_encrypted_or_not() throws Exception {
        String key = write(new JcaPKCS8Generator(MADE.key(), null));

        assertThat(CertificateFiles.read(bytes(key + pem(MADE)), "").certificate())
                .isEqualTo(MADE.certificate());
        assertThat(CertificateFiles.read(bytes(pem(MADE) + key), "").certificate())
                .isEqualTo(MADE.certificate());
        assertThat(CertificateFiles.read(bytes(pem(MADE) + write(MADE.key())), "")
                        .certificate())
                .isEqualTo(MADE.certificate());
        assertThat(CertificateFiles.read(bytes(encryptedPem("secret") + pem(MADE)), "secret")
                        .certificate())
                .isEqualTo(MADE.certificate());
    }

    @Test
    void a_certificate_without_key_or_with_a_foreign_key_is_refused() throws Exception {
        String foreign = write(new JcaPKCS8Generator(OTHER.key(), null));

        assertThatThrownBy(() -> CertificateFiles.read(bytes(pem(MADE)), "")).hasMessageContaining("no private key");
        assertThatThrownBy(() -> CertificateFiles.read(bytes(foreign), "")).hasMessageContaining("no certificate");
        assertThatThrownBy(() -> CertificateFiles.read(bytes(pem(MADE) + foreign), ""))
                .hasMessageContaining("doesn't belong");
    }

    @Test
    void rubbish_is_refused_in_words() {
        assertThatThrownBy(() -> CertificateFiles.read(bytes("rubbish"), "")).hasMessageContaining("can't be read");
        assertThatThrownBy(() -> CertificateFiles.read(
                        bytes("-----BEGIN CERTIFICATE-----\nrubbish\n-----END CERTIFICATE-----"), ""))
                .isInstanceOf(BadCertificateException.class);
        assertThatThrownBy(() -> CertificateFiles.read(new byte[300_000], "")).hasMessageContaining("too large");
    }

    @Test
    void what_is_stored_is_read_back() {
        ClientCertificate read = CertificateCode.read(CertificateCode.chain(MADE), CertificateCode.key(MADE));

        assertThat(read.certificate()).isEqualTo(MADE.certificate());
        assertThat(read.key().getEncoded()).isEqualTo(MADE.key().getEncoded());
        assertThat(CertificateCode.thumbprint(read.certificate())).matches("[0-9A-F]{40}");
    }

    private static byte[] pkcs12(String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = MADE.chain().toArray(Certificate[]::new);
        store.setKeyEntry("me", MADE.key(), password.toCharArray(), chain);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }

    private static String encryptedPem(String password) throws Exception {
        return write(new JcaPKCS8Generator(
                MADE.key(),
                new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                        .setProvider(new BouncyCastleProvider())
                        .setPassword(password.toCharArray())
                        .build()));
    }

    private static String write(Object part) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(part);
        }
        return text.toString();
    }

    private static String pem(ClientCertificate certificate) {
        return CertificateCode.pem(certificate.certificate());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
