package org.photobridge.portal.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.photobridge.portal.connection.ConnectionDraft.Settings;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.EndFactory;

/** What the bootstrap file needs of this package, in one place. */
@ApplicationScoped
@Transactional
public class BootstrapDoor {
    @Inject
    private RegistrationService registrations;

    @Inject
    private CertificateService certificates;

    @Inject
    private ConnectionService connections;

    @Inject
    private CustomHosts customHosts;

    /** Whether nobody has made anything yet. */
    public boolean isUntouched() {
        Access.require(Role.ADMIN);
        return registrations.list().isEmpty() && connections.list().isEmpty();
    }

    public Saved save(RegistrationInput input) {
        Access.require(Role.ADMIN);
        return registrations.save(input);
    }

    public void add(long registration, ClientCertificate certificate) {
        Access.require(Role.ADMIN);
        certificates.add(registration, certificate);
    }

    public Saved save(ConnectionInput input) {
        Access.require(Role.ADMIN);
        return connections.save(input);
    }

    /** What is wrong with a connection whose app registration couldn't be made, apart from that. */
    public List<FieldProblem> problems(ConnectionInput input, RegistrationInput registration) {
        Access.require(Role.ADMIN);
        ConnectionDraft draft = new ConnectionDraft(
                new Settings(
                        input.values(),
                        input.confidential().secrets(),
                        input.confidential().certificates()),
                Optional.of(new Settings(values(registration), Map.of(), Map.of())),
                input.network());
        return connections
                .factory(input.providerId(), input.role())
                .map(factory -> new ConnectionCheck(factory, draft, customHosts.policy()).problems())
                .orElseGet(() -> connections.save(input).problems());
    }

    private static Map<String, String> values(RegistrationInput registration) {
        return Map.of(
                "tenantId", registration.tenantId(),
                "clientId", registration.clientId(),
                "cloud", registration.cloud(),
                "loginUrl", registration.loginUrl());
    }

    /** The properties that a connection of this provider has of its own; empty if there is no such provider. */
    public Set<String> propertiesOf(ConnectionInput input) {
        Access.require(Role.ADMIN);
        return connections
                .factory(input.providerId(), input.role())
                .map(EndFactory::configSchema)
                .map(schema -> schema.properties().stream()
                        .filter(property -> !SharedGroup.gives(schema, property))
                        .map(ConfigProperty::name)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .orElseGet(TreeSet::new);
    }

    /** Under which key of the file a property's value is: values, secrets or certificates. */
    public String groupOf(ConnectionInput input, String property) {
        Access.require(Role.ADMIN);
        return connections
                .factory(input.providerId(), input.role())
                .flatMap(factory -> factory.configSchema().property(property))
                .map(known -> switch (known.type()) {
                    case SECRET -> "secrets";
                    case CERTIFICATE -> "certificates";
                    default -> "values";
                })
                .orElse("values");
    }
}
