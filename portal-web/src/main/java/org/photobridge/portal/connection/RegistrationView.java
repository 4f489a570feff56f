package org.photobridge.portal.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An app registration as pages show it; nothing of it is secret.
 *
 * @param secretAt when the client secret was entered; empty if there is none
 * @param usedBy the names of the connections that use it
 */
public record RegistrationView(
        long id,
        long version,
        String name,
        String tenantId,
        String clientId,
        String cloud,
        String loginUrl,
        Optional<Instant> secretAt,
        Optional<CertificateView> now,
        Optional<CertificateView> next,
        List<String> usedBy) {

    /** A certificate without its key. */
    public record CertificateView(String thumbprint, Instant validFrom, Instant validUntil, boolean madeHere) {

        static CertificateView of(AppCertificate certificate) {
            return new CertificateView(
                    certificate.thumbprint(),
                    certificate.validFrom(),
                    certificate.validUntil(),
                    certificate.isMadeHere());
        }
    }
}
