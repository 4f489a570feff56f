package org.photobridge.portal.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.photobridge.portal.platform.OutboundAddresses;
import org.photobridge.portal.provider.LoadedModule;
import org.photobridge.portal.provider.ProviderRegistry;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.ErrorEntry;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.ProviderException;

/** Reads a stored connection and checks it anew: what was good when it was saved may not be so any more. */
@ApplicationScoped
class ConnectionOpening {
    @Inject
    private ConnectionRepository store;

    @Inject
    private ConnectionForms forms;

    @Inject
    private ProviderRegistry providers;

    @Inject
    private CustomHosts customHosts;

    @Transactional(dontRollbackOn = ProviderException.class)
    ReadyConnection prepare(long id, ProviderRole role) {
        ProviderConnection connection = store.connection(id)
                .filter(found -> found.role() == role)
                .orElseThrow(() -> refuse(PortalErrors.MISSING, "There is no such connection: " + id));
        LoadedModule module = providers
                .find(connection.providerId())
                .filter(found -> found.factory(role).isPresent())
                .orElseThrow(() ->
                        refuse(PortalErrors.PROVIDER, "The provider " + connection.providerId() + " can't be used"));
        ConnectionDraft draft = forms.stored(connection);
        HostPolicy hosts = customHosts.policy();
        requireHarmless(draft);
        EndFactory factory = module.factory(role).orElseThrow();
        ConnectionCheck check = new ConnectionCheck(factory, draft, hosts);
        requireGood(connection, check);
        return new ReadyConnection(
                module, check.config(), draft.network(), connection.limits(), settingsVersion(connection));
    }

    /** The role of a connection; a source if there is no such connection, and opening it will say so. */
    @Transactional
    ProviderRole roleOf(long id) {
        return store.connection(id).map(ProviderConnection::role).orElse(ProviderRole.SOURCE);
    }

    @Transactional
    Optional<ErrorEntry> explain(long id, String code) {
        return store.connection(id)
                .flatMap(this::factory)
                .flatMap(factory -> factory.descriptor().error(code))
                .or(() -> PortalErrors.find(code));
    }

    @Transactional
    LocalText systemName(long id) {
        Optional<ProviderConnection> connection = store.connection(id);
        return connection
                .flatMap(this::factory)
                .map(factory -> factory.descriptor().name())
                .orElseGet(() ->
                        LocalText.of(connection.map(ProviderConnection::name).orElse("?")));
    }

    private Optional<EndFactory> factory(ProviderConnection connection) {
        return providers.find(connection.providerId()).flatMap(module -> module.factory(connection.role()));
    }

    private String settingsVersion(ProviderConnection connection) {
        long registration =
                registration(connection).map(AppRegistration::version).orElse(-1L);
        return connection.version() + "/" + registration;
    }

    private Optional<AppRegistration> registration(ProviderConnection connection) {
        return connection.registrationId().isPresent()
                ? store.registration(connection.registrationId().getAsLong())
                : Optional.empty();
    }

    private void requireGood(ProviderConnection connection, ConnectionCheck check) {
        List<FieldProblem> problems = check.problems();
        if (!problems.isEmpty()) {
            String words = problems.stream()
                    .map(problem -> problem.field() + ": " + problem.text())
                    .collect(Collectors.joining("; "));
            throw refuse(PortalErrors.INVALID, "Connection " + connection.name() + ": " + words);
        }
        if (check.usesRegistrationSecret() && !isAgreed(connection)) {
            throw refuse(
                    PortalErrors.INVALID,
                    "Connection " + connection.name() + ": its app registration's client secret was never confirmed"
                            + " for this way out; save the connection again, with that secret");
        }
    }

    private boolean isAgreed(ProviderConnection connection) {
        return registration(connection)
                .map(known -> known.agreement(ConnectionForms.route(connection)))
                .filter(needed -> needed.isGivenBy(connection.agreed()))
                .isPresent();
    }

    /** Where a proxy is used, names are its to resolve, and its own name is ours. */
    private static void requireHarmless(ConnectionDraft draft) {
        Optional<ProxyAddress> proxy = ProxyAddress.read(draft.network().proxy());
        Collection<String> resolved = proxy.isPresent() ? List.of(proxy.get().host()) : draft.hosts();
        for (String host : resolved) {
            if (OutboundAddresses.leadsToForbidden(host)) {
                throw refuse(PortalErrors.METADATA, host + " leads to an address that is never used");
            }
        }
    }

    private static ProviderException refuse(String code, String message) {
        return ProviderException.of(ErrorCategory.CONFIGURATION, code, message);
    }
}
