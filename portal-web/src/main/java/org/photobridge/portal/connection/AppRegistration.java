package org.photobridge.portal.connection;

import jakarta.persistence.Column;
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
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The settings of an Entra app, stored once and used by several connections. */
@Entity
@Table(name = "app_registration")
public class AppRegistration {
    @Id
    @SequenceGenerator(name = "app_registration_seq", sequenceName = "app_registration_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "app_registration_seq")
    private Long id;

    @Version
    private long version;

    private String name;

    @Column(name = "tenant_id")
    private String tenantId;

    @Column(name = "client_id")
    private String clientId;

    private String cloud;

    @Column(name = "login_url")
    private String loginUrl;

    @Column(name = "client_secret")
    private byte[] clientSecret;

    @Column(name = "client_secret_for")
    private String clientSecretFor;

    @Column(name = "client_secret_at")
    private OffsetDateTime clientSecretAt;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    /** For JPA, and for one that is being made. */
    protected AppRegistration() {}

    static AppRegistration empty() {
        return new AppRegistration();
    }

    void fill(RegistrationInput input, Instant now) {
        name = input.name().strip();
        tenantId = input.tenantId().strip();
        clientId = input.clientId().strip();
        cloud = input.cloud();
        loginUrl = input.loginUrl().strip();
        touch(now);
    }

    /** Also when only a certificate changed: connections that are open notice by the version. */
    void touch(Instant now) {
        changedAt = now.atOffset(ZoneOffset.UTC);
    }

    /** To the microsecond, as the database keeps it: agreements name the secret by the moment it was entered. */
    void secret(byte[] sealed, String loginHost, Instant now) {
        clientSecret = sealed.clone();
        clientSecretFor = loginHost;
        clientSecretAt = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** What has to be agreed before the present secret travels by a route. */
    Agreement agreement(Route route) {
        return new Agreement(route, id(), clientSecretAt().orElse(Instant.EPOCH));
    }

    void forgetSecret() {
        clientSecret = null;
        clientSecretFor = null;
        clientSecretAt = null;
    }

    long id() {
        return id;
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }

    String tenantId() {
        return tenantId;
    }

    String clientId() {
        return clientId;
    }

    String cloud() {
        return cloud;
    }

    String loginUrl() {
        return loginUrl;
    }

    Optional<byte[]> clientSecret() {
        return Optional.ofNullable(clientSecret).map(byte[]::clone);
    }

    Optional<String> clientSecretFor() {
        return Optional.ofNullable(clientSecretFor);
    }

    Optional<Instant> clientSecretAt() {
        return Optional.ofNullable(clientSecretAt).map(OffsetDateTime::toInstant);
    }
}
