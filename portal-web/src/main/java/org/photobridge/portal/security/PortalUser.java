package org.photobridge.portal.security;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Somebody who may sign in to the portal. */
@Entity
@Table(name = "portal_user")
public class PortalUser {
    @Id
    @SequenceGenerator(name = "portal_user_seq", sequenceName = "portal_user_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_user_seq")
    private Long id;

    @Version
    private long version;

    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    private String roles;
    private boolean enabled;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "last_sign_in_at")
    private OffsetDateTime lastSignInAt;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "sessions_valid_from")
    private OffsetDateTime sessionsValidFrom;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "identity_provider")
    private String identityProvider;

    @Column(name = "external_subject")
    private String externalSubject;

    @Embedded
    private LimitColumns limit;

    /** For JPA only. */
    protected PortalUser() {}

    PortalUser(String name, String passwordHash, Set<Role> roles, Instant createdAt) {
        this.name = name;
        this.passwordHash = passwordHash;
        this.roles = Role.toText(roles);
        this.enabled = true;
        this.createdAt = createdAt.atOffset(ZoneOffset.UTC);
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    Set<Role> roles() {
        return Role.fromText(roles);
    }

    Optional<PeopleLimit> limit() {
        return limit == null ? Optional.empty() : limit.limit();
    }

    boolean isEnabled() {
        return enabled;
    }

    void signedIn(Instant at) {
        lastSignInAt = at.atOffset(ZoneOffset.UTC);
    }
}
