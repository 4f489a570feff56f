package org.photobridge.portal.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.photobridge.portal.connection.ConnectionDraft.Settings;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.Secret;

/** Puts a connection's settings together, from what is stored and what was typed. */
@ApplicationScoped
class ConnectionForms {
    private ConnectionRepository store;
    private Vault vault;

    /** For the container's proxy only. */
    protected ConnectionForms() {}

    @Inject
    ConnectionForms(ConnectionRepository store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** What is stored. */
    ConnectionDraft stored(ProviderConnection connection) {
        String route = route(connection).fingerprint();
        return new ConnectionDraft(
                vault.open(connection, route), shared(connection.registrationId()), connection.network());
    }

    /** What was typed, and of what wasn't typed again what is stored for the same route. */
    ConnectionDraft typed(ConnectionInput input, Optional<ProviderConnection> stored) {
        String route = route(input).fingerprint();
        Map<String, Secret> secrets = new HashMap<>();
        Map<String, ClientCertificate> certificates = new HashMap<>();
        stored.map(connection -> vault.open(connection, route)).ifPresent(kept -> {
            secrets.putAll(kept.secrets());
            certificates.putAll(kept.certificates());
        });
        secrets.putAll(input.confidential().secrets());
        certificates.putAll(input.confidential().certificates());
        return new ConnectionDraft(
                new Settings(input.values(), secrets, certificates), shared(input.registration()), input.network());
    }

    static Route route(ConnectionInput input) {
        return Route.of(
                input.values().values(),
                input.network().proxy(),
                input.network().extraCa());
    }

    static Route route(ProviderConnection connection) {
        Network network = connection.network();
        return Route.of(connection.values().values(), network.proxy(), network.extraCa());
    }

    private Optional<Settings> shared(OptionalLong registration) {
        return registration.isPresent()
                ? store.registration(registration.getAsLong()).map(this::shared)
                : Optional.empty();
    }

    private Settings shared(AppRegistration registration) {
        Map<String, String> values = new HashMap<>();
        values.put("tenantId", registration.tenantId());
        values.put("clientId", registration.clientId());
        values.put("cloud", registration.cloud());
        if (registration.cloud().equals(Cloud.CUSTOM.value())) {
            values.put("loginUrl", registration.loginUrl());
        }
        Map<String, Secret> secrets = new HashMap<>();
        vault.open(registration).ifPresent(secret -> secrets.put(SharedGroup.CLIENT_SECRET, secret));
        Map<String, ClientCertificate> certificates = new HashMap<>();
        store.certificate(registration.id(), CertificateSlot.NOW)
                .ifPresent(row -> certificates.put(SharedGroup.CERTIFICATE, vault.open(row)));
        return new Settings(values, secrets, certificates);
    }
}
