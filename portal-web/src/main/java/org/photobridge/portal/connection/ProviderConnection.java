package org.photobridge.portal.connection;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.photobridge.portal.provider.LimitOverrides;
import org.photobridge.portal.provider.ProviderRole;

/** A provider in one role with saved settings and secrets. */
@Entity
@Table(name = "provider_connection")
public class ProviderConnection {
    @Id
    @SequenceGenerator(name = "provider_connection_seq", sequenceName = "provider_connection_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "provider_connection_seq")
    private Long id;

    @Version
    private long version;

    private String name;

    @Column(name = "provider_id")
    private String providerId;

    @Enumerated(EnumType.STRING)
    private ProviderRole role;

    @Column(name = "registration_id")
    private Long registrationId;

    private String proxy = "";

    @Column(name = "extra_ca")
    private String extraCa = "";

    @Column(name = "confirmed_route")
    private String agreed = Agreement.NONE;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "connection_value", joinColumns = @JoinColumn(name = "connection_id"))
    @MapKeyColumn(name = "property")
    @Column(name = "text_value")
    private Map<String, String> values = new HashMap<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "connection_secret", joinColumns = @JoinColumn(name = "connection_id"))
    @MapKeyColumn(name = "property")
    private Map<String, SealedValue> secrets = new HashMap<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "connection_limit", joinColumns = @JoinColumn(name = "connection_id"))
    @MapKeyColumn(name = "limit_name")
    private Map<String, LimitRow> limits = new HashMap<>();

    /** For JPA only. */
    protected ProviderConnection() {}

    ProviderConnection(String providerId, ProviderRole role) {
        this.providerId = providerId;
        this.role = role;
    }

    void fill(ConnectionInput input, String agreement, Instant now) {
        name = input.name().strip();
        registrationId = input.registration().isPresent() ? input.registration().getAsLong() : null;
        proxy = input.network().proxy().strip();
        extraCa = input.network().extraCa().strip();
        agreed = agreement;
        changedAt = now.atOffset(ZoneOffset.UTC);
    }

    void values(Map<String, String> kept) {
        values.keySet().retainAll(kept.keySet());
        values.putAll(kept);
    }

    void secret(String property, SealedValue sealed) {
        secrets.put(property, sealed);
    }

    void forgetSecretsBut(java.util.Set<String> properties) {
        secrets.keySet().retainAll(properties);
    }

    void limits(LimitOverrides overrides) {
        limits.clear();
        overrides.byLimit().forEach((name, allowance) -> limits.put(name, new LimitRow(allowance)));
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

    String providerId() {
        return providerId;
    }

    ProviderRole role() {
        return role;
    }

    OptionalLong registrationId() {
        return registrationId == null ? OptionalLong.empty() : OptionalLong.of(registrationId);
    }

    Network network() {
        return new Network(proxy, extraCa);
    }

    /** See {@link Agreement}. */
    String agreed() {
        return agreed;
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }

    Map<String, SealedValue> secrets() {
        return Map.copyOf(secrets);
    }

    LimitOverrides limits() {
        return new LimitOverrides(limits.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, limit -> limit.getValue().allowance())));
    }
}
