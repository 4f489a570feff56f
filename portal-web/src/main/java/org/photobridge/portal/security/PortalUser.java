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

    @Column(name = "withdrawn_at")
    private OffsetDateTime withdrawnAt;

    @Embedded
    private LimitColumns limit;

    /** For JPA only. */
    protected PortalUser() {}

    PortalUser(String name, Set<Role> roles, Instant createdAt) {
        this.name = name;
        this.roles = Role.toText(roles);
        this.enabled = true;
        this.createdAt = createdAt.atOffset(ZoneOffset.UTC);
    }

    String name() {
        return name;
    }

    /** Empty for whoever signs in with an OpenID provider. */
    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    void usePassword(String hash, boolean mustChange) {
        passwordHash = hash;
        mustChangePassword = mustChange;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    Set<Role> roles() {
        return Role.fromText(roles);
    }

    void allow(Set<Role> now) {
        roles = Role.toText(now);
    }

    /** The only people whom this user may see. */
    Optional<PeopleLimit> limit() {
        boolean isForAll = roles().stream().anyMatch(role -> role.includes(Role.ADMIN));
        return isForAll ? Optional.empty() : limitWithoutHighRole();
    }

    /** The only people whom this user may see as long as they are no admin. */
    Optional<PeopleLimit> limitWithoutHighRole() {
        return limit == null ? Optional.empty() : limit.limit();
    }

    void limitTo(Optional<PeopleLimit> now) {
        limit = LimitColumns.of(now);
    }

    /** Whether this account lets anybody in: neither has an admin disabled it nor the provider withdrawn the person. */
    boolean isEnabled() {
        return enabled && withdrawnAt == null;
    }

    /** Whether an admin closed this account. */
    boolean isDisabled() {
        return !enabled;
    }

    /** Whether the provider said last that this person may not come in. */
    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    void withdraw(Instant moment) {
        withdrawnAt = moment.atOffset(ZoneOffset.UTC);
        endSessionsFromBefore(moment);
    }

    void admit() {
        withdrawnAt = null;
    }

    void enable(boolean now) {
        enabled = now;
    }

    /** Sessions that began before are over. */
    Optional<Instant> sessionsValidFrom() {
        return Optional.ofNullable(sessionsValidFrom).map(OffsetDateTime::toInstant);
    }

    void endSessionsFromBefore(Instant moment) {
        sessionsValidFrom = moment.atOffset(ZoneOffset.UTC);
    }

    /** Makes this the account of somebody whom an OpenID provider vouches for. */
    void belongTo(String provider, String subject) {
        identityProvider = provider;
        externalSubject = subject;
    }

    boolean isExternal() {
        return identityProvider != null;
    }

    Optional<String> displayName() {
        return Optional.ofNullable(displayName);
    }

    void call(String shown) {
        displayName = shown;
    }

    void signedIn(Instant at) {
        lastSignInAt = at.atOffset(ZoneOffset.UTC);
    }

    Optional<Instant> lastSignInAt() {
        return Optional.ofNullable(lastSignInAt).map(OffsetDateTime::toInstant);
    }

    Instant createdAt() {
        return createdAt.toInstant();
    }

    long id() {
        return id;
    }

    long version() {
        return version;
    }
}
