package org.photobridge.portal.connection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.Secret;

/**
 * All settings that a connection would be opened with, opened and put together, but not yet checked.
 *
 * @param own the connection's own values, secrets, certificates
 * @param registration those of its app registration, if it has one
 */
record ConnectionDraft(Settings own, Optional<Settings> registration, Network network) {

    /** Plain values, secrets and certificates by property. */
    record Settings(
            Map<String, String> values, Map<String, Secret> secrets, Map<String, ClientCertificate> certificates) {
        Settings {
            values = Map.copyOf(values);
            secrets = Map.copyOf(secrets);
            certificates = Map.copyOf(certificates);
        }
    }

    /** Where this connection's secrets would travel. */
    Route route() {
        return Route.of(own.values().values(), network.proxy(), network.extraCa());
    }

    /** The names of all hosts that this connection would ask, the sign-in host of its app registration among them. */
    Set<String> hosts() {
        Set<String> hosts = new TreeSet<>(route().names());
        registration.ifPresent(shared ->
                hosts.addAll(Route.of(shared.values().values(), "", "").names()));
        return hosts;
    }
}
