package org.photobridge.portal.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.photobridge.spi.ClientCertificate;

/** A certificate of an app registration, with its sealed private key. */
@Entity
@Table(name = "app_certificate")
public class AppCertificate {
    @Id
    @SequenceGenerator(name = "app_certificate_seq", sequenceName = "app_certificate_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "app_certificate_seq")
    private Long id;

    @Column(name = "registration_id")
    private long registrationId;

    @Enumerated(EnumType.STRING)
    private CertificateSlot slot;

    private String chain;

    @Column(name = "private_key")
    private byte[] privateKey = new byte[0];

    private String thumbprint;

    @Column(name = "valid_from")
    private OffsetDateTime validFrom;

    @Column(name = "valid_until")
    private OffsetDateTime validUntil;

    @Column(name = "made_here")
    private boolean madeHere;

    @Column(name = "added_at")
    private OffsetDateTime addedAt;

    /** For JPA only. */
    protected AppCertificate() {}

    AppCertificate(long registrationId, CertificateSlot slot, ClientCertificate certificate, boolean madeHere) {
        this.registrationId = registrationId;
        this.slot = slot;
        this.chain = CertificateCode.chain(certificate);
        this.thumbprint = CertificateCode.thumbprint(certificate.certificate());
        this.validFrom = utc(certificate.certificate().getNotBefore().toInstant());
        this.validUntil = utc(certificate.certificate().getNotAfter().toInstant());
        this.madeHere = madeHere;
    }

    void seal(byte[] sealedKey, Instant now) {
        privateKey = sealedKey.clone();
        addedAt = utc(now);
    }

    void use() {
        slot = CertificateSlot.NOW;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    long id() {
        return id;
    }

    long registrationId() {
        return registrationId;
    }

    CertificateSlot slot() {
        return slot;
    }

    String chain() {
        return chain;
    }

    byte[] privateKey() {
        return privateKey.clone();
    }

    String thumbprint() {
        return thumbprint;
    }

    Instant validFrom() {
        return validFrom.toInstant();
    }

    Instant validUntil() {
        return validUntil.toInstant();
    }

    boolean isMadeHere() {
        return madeHere;
    }
}
