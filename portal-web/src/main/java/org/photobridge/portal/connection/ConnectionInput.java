package org.photobridge.portal.connection;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.photobridge.portal.provider.LimitOverrides;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.Secret;

/**
 * A connection as somebody typed it, or as the bootstrap file has it.
 *
 * @param id empty for a new one
 * @param version the version that was on the screen
 * @param registration the app registration, if the provider's form has a group for one
 * @param values the connection's own settings, by property
 * @param confidential what was entered anew; what is missing here stays as it is stored
 * @param limits limits to use instead of the provider's; empty to keep those that are stored
 */
public record ConnectionInput(
        OptionalLong id,
        long version,
        String name,
        String providerId,
        ProviderRole role,
        OptionalLong registration,
        Map<String, String> values,
        Confidential confidential,
        Network network,
        Optional<LimitOverrides> limits) {

    /**
     * What must never be shown again.
     *
     * @param confirmed the app registration's client secret, typed again because the route changed
     */
    public record Confidential(
            Map<String, Secret> secrets, Map<String, ClientCertificate> certificates, Optional<Secret> confirmed) {
        public static final Confidential NOTHING = new Confidential(Map.of(), Map.of(), Optional.empty());

        public Confidential {
            secrets = Map.copyOf(secrets);
            certificates = Map.copyOf(certificates);
        }
    }

    public ConnectionInput {
        values = Map.copyOf(values);
    }
}
