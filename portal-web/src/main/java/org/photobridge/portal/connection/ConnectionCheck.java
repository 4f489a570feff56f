package org.photobridge.portal.connection;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.connection.ConnectionDraft.Settings;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderException;

/** Checks all settings of a connection offline: the schema, the provider's own rules, and the way out. */
final class ConnectionCheck {
    private final EndFactory factory;
    private final ConnectionDraft draft;
    private final HostPolicy hosts;
    private final SchemaCheck schema;

    ConnectionCheck(EndFactory factory, ConnectionDraft draft, HostPolicy hosts) {
        this.factory = factory;
        this.draft = draft;
        this.hosts = hosts;
        this.schema = new SchemaCheck(factory.configSchema(), together(factory, draft), hosts);
    }

    ProviderConfig config() {
        return schema.config();
    }

    /** Whether the client secret of the app registration would be sent by this connection. */
    boolean usesRegistrationSecret() {
        return config().secret(SharedGroup.CLIENT_SECRET).isPresent() && givenByRegistration(SharedGroup.CLIENT_SECRET);
    }

    /** Everything that is wrong, each at its field; problems of the app registration's settings at the choice of it. */
    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>(networkProblems());
        boolean unregistered = SharedGroup.of(factory.configSchema()).isPresent()
                && draft.registration().isEmpty();
        if (unregistered) {
            problems.add(FieldProblem.of(FieldProblem.REGISTRATION, "connection.problem.registration"));
        }
        List<FieldProblem> settings = schema.problems();
        (settings.isEmpty() ? providerProblems() : settings)
                .stream()
                        .filter(problem -> !unregistered || !givenByRegistration(problem.field()))
                        .forEach(problem -> problems.add(placed(problem)));
        return problems;
    }

    private static Settings together(EndFactory factory, ConnectionDraft draft) {
        Map<String, String> values = new HashMap<>(draft.own().values());
        Map<String, org.photobridge.spi.Secret> secrets =
                new HashMap<>(draft.own().secrets());
        Map<String, org.photobridge.spi.ClientCertificate> certificates =
                new HashMap<>(draft.own().certificates());
        for (ConfigProperty property : factory.configSchema().properties()) {
            if (SharedGroup.gives(factory.configSchema(), property)) {
                values.remove(property.name());
            }
        }
        draft.registration().ifPresent(shared -> {
            values.putAll(shared.values());
            secrets.putAll(shared.secrets());
            certificates.putAll(shared.certificates());
        });
        return new Settings(values, secrets, certificates);
    }

    private List<FieldProblem> providerProblems() {
        try {
            List<FieldProblem> problems = new ArrayList<>();
            for (ConfigProblem problem : factory.validate(config())) {
                problems.add(new FieldProblem(problem.property(), problem.text()));
            }
            return problems;
        } catch (ProviderException e) {
            return List.of(
                    FieldProblem.of(FieldProblem.PROVIDER, "connection.problem.provider-broken", e.getMessage()));
        }
    }

    private FieldProblem placed(FieldProblem problem) {
        if (!givenByRegistration(problem.field())) {
            return problem;
        }
        LocalText label = factory.configSchema()
                .property(problem.field())
                .map(ConfigProperty::label)
                .orElseThrow();
        return FieldProblem.of(FieldProblem.REGISTRATION, "connection.problem.in-registration", label, problem.text());
    }

    private boolean givenByRegistration(String name) {
        return factory.configSchema()
                .property(name)
                .filter(property -> SharedGroup.gives(factory.configSchema(), property))
                .isPresent();
    }

    private List<FieldProblem> networkProblems() {
        List<FieldProblem> problems = new ArrayList<>();
        String proxy = draft.network().proxy();
        if (!proxy.isBlank()) {
            Optional<ProxyAddress> address = ProxyAddress.read(proxy);
            if (address.isEmpty()) {
                problems.add(FieldProblem.of(FieldProblem.PROXY, "connection.problem.proxy"));
            }
            address.flatMap(known -> hosts.proxyProblem(known.host()))
                    .ifPresent(text -> problems.add(new FieldProblem(FieldProblem.PROXY, text)));
        }
        caProblem().ifPresent(text -> problems.add(new FieldProblem(FieldProblem.EXTRA_CA, text)));
        return problems;
    }

    private Optional<LocalText> caProblem() {
        String pem = draft.network().extraCa();
        if (pem.isBlank()) {
            return Optional.empty();
        }
        if (!hosts.isCustomAllowed()) {
            return Optional.of(Words.of("connection.problem.custom-ca"));
        }
        if (pem.length() > Trust.LONGEST_PEM) {
            return Optional.of(Words.of("connection.problem.long"));
        }
        try {
            List<X509Certificate> issuers = Trust.certificates(pem);
            return issuers.isEmpty() ? Optional.of(Words.of("connection.problem.ca")) : Optional.empty();
        } catch (CertificateException e) {
            return Optional.of(Words.of("connection.problem.ca"));
        }
    }
}
