package org.photobridge.portal.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A person whose picture nothing of ours ever changes, in any plan, and why. */
@Entity
@Table(name = "protected_account")
public class ProtectedAccount {
    @Id
    @SequenceGenerator(name = "protected_account_seq", sequenceName = "protected_account_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "protected_account_seq")
    private Long id;

    @Column(name = "source_connection_id")
    private long sourceConnection;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "account_name")
    private String accountName;

    private String reason;

    @Column(name = "protected_by")
    private String protectedBy;

    @Column(name = "protected_at")
    private OffsetDateTime protectedAt;

    /** For JPA only. */
    protected ProtectedAccount() {}

    ProtectedAccount(long sourceConnection, String accountId, String accountName) {
        this.sourceConnection = sourceConnection;
        this.accountId = accountId;
        this.accountName = accountName;
    }

    void because(String why, String who, Instant now) {
        reason = why;
        protectedBy = who;
        protectedAt = now.atOffset(ZoneOffset.UTC);
    }

    ProtectedPerson person() {
        return new ProtectedPerson(
                sourceConnection, accountId, accountName, reason, protectedBy, protectedAt.toInstant());
    }
}
