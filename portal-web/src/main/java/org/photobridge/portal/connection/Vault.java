package org.photobridge.portal.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.connection.ConnectionDraft.Settings;
import org.photobridge.portal.platform.SecretBox;
import org.photobridge.portal.platform.SecretPlace;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.Secret;

/** Seals and opens what connections and app registrations keep secret, each value for its row and column. */
@ApplicationScoped
class Vault {
    private static final String CERTIFICATE_MARK = "certificate\n";

    private SecretBox box;
    private Clock clock;

    /** For the container's proxy only. */
    protected Vault() {}

    @Inject
    Vault(SecretBox box, Clock clock) {
        this.box = box;
        this.clock = clock;
    }

    void seal(AppRegistration registration, Secret secret, String loginHost) {
        byte[] sealed = box.sealText(secret.reveal(), placeOf(registration));
        registration.secret(sealed, loginHost, clock.instant());
    }

    void seal(AppCertificate row, ClientCertificate certificate) {
        row.seal(box.seal(CertificateCode.key(certificate), placeOf(row)), clock.instant());
    }

    SealedValue seal(long connection, String property, Secret secret, String route) {
        byte[] sealed = box.sealText(secret.reveal(), placeOf(connection, property));
        return new SealedValue(sealed, route, "", clock.instant());
    }

    SealedValue seal(long connection, String property, ClientCertificate certificate, String route) {
        String text = CERTIFICATE_MARK + Base64.getEncoder().encodeToString(CertificateCode.key(certificate)) + "\n"
                + CertificateCode.chain(certificate);
        String subject = certificate.certificate().getSubjectX500Principal().getName();
        byte[] sealed = box.sealText(text, placeOf(connection, property));
        return new SealedValue(sealed, route, subject.substring(0, Math.min(500, subject.length())), clock.instant());
    }

    Optional<Secret> open(AppRegistration registration) {
        return registration.clientSecret().map(bytes -> Secret.of(box.openText(bytes, placeOf(registration))));
    }

    ClientCertificate open(AppCertificate row) {
        return CertificateCode.read(row.chain(), box.open(row.privateKey(), placeOf(row)));
    }

    /** A connection's own settings; a secret that was entered for another route counts as not there. */
    Settings open(ProviderConnection connection, String route) {
        Map<String, Secret> secrets = new HashMap<>();
        Map<String, ClientCertificate> certificates = new HashMap<>();
        connection.secrets().forEach((property, stored) -> {
            if (stored.route().equals(route)) {
                String text = box.openText(stored.sealed(), placeOf(connection.id(), property));
                put(property, text, secrets, certificates);
            }
        });
        return new Settings(connection.values(), secrets, certificates);
    }

    private static void put(
            String property, String text, Map<String, Secret> secrets, Map<String, ClientCertificate> certificates) {
        if (text.startsWith(CERTIFICATE_MARK)) {
            int end = text.indexOf('\n', CERTIFICATE_MARK.length());
            byte[] key = text.substring(CERTIFICATE_MARK.length(), end).getBytes(StandardCharsets.US_ASCII);
            certificates.put(
                    property,
                    CertificateCode.read(
                            text.substring(end + 1), Base64.getDecoder().decode(key)));
        } else {
            secrets.put(property, Secret.of(text));
        }
    }

    private static SecretPlace placeOf(AppRegistration registration) {
        return SecretPlace.of("app_registration", registration.id(), "client_secret");
    }

    private static SecretPlace placeOf(AppCertificate row) {
        return SecretPlace.of("app_certificate", row.id(), "private_key");
    }

    private static SecretPlace placeOf(long connection, String property) {
        return SecretPlace.of("connection_secret", connection, property);
    }
}
