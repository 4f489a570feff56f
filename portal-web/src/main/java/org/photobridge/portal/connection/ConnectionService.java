package org.photobridge.portal.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.connection.ConnectionView.StoredSecret;
import org.photobridge.portal.provider.LoadedModule;
import org.photobridge.portal.provider.ProviderRegistry;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.LocalText;

/** What admins do with connections. */
@ApplicationScoped
@Transactional
public class ConnectionService {
    @Inject
    private ConnectionRepository store;

    @Inject
    private ConnectionForms forms;

    @Inject
    private Vault vault;

    @Inject
    private LimitCheck limits;

    @Inject
    private ProviderRegistry providers;

    @Inject
    private CustomHosts customHosts;

    @Inject
    private DataSource dataSource;

    @Inject
    private Audit audit;

    @Inject
    private ForbiddenHosts forbidden;

    @Inject
    private Clock clock;

    @Inject
    private Event<ConnectionChanged> changed;

    @Inject
    private Instance<ConnectionUse> uses;

    public List<ConnectionView> list() {
        Access.require(Role.VIEWER);
        return store.connections().stream().map(this::view).toList();
    }

    public Optional<ConnectionView> find(long id) {
        Access.require(Role.VIEWER);
        return store.connection(id).map(this::view);
    }

    /** Words and form of a provider in a role; empty if it isn't there, or doesn't play it. */
    public Optional<EndFactory> factory(String providerId, ProviderRole role) {
        Access.require(Role.VIEWER);
        return providers.find(providerId).flatMap(module -> module.factory(role));
    }

    public boolean isCustomAllowed() {
        Access.require(Role.VIEWER);
        return customHosts.policy().isCustomAllowed();
    }

    /** Stores the form, or says everything that is wrong with it. */
    public Saved save(ConnectionInput input) {
        Access.require(Role.ADMIN);
        Optional<ProviderConnection> stored =
                input.id().isPresent() ? store.connection(input.id().getAsLong()) : Optional.empty();
        Optional<LoadedModule> module = providers.find(input.providerId());
        Optional<EndFactory> factory = module.flatMap(found -> found.factory(input.role()));
        if (factory.isEmpty()) {
            return Saved.not(List.of(
                    FieldProblem.of(FieldProblem.PROVIDER, "connection.problem.provider-missing", input.providerId())));
        }
        ConnectionCheck check = new ConnectionCheck(factory.get(), forms.typed(input, stored), customHosts.policy());
        SaveCheck saving = new SaveCheck(input, stored, check, store, vault);
        List<FieldProblem> problems = saving.problems();
        if (problems.isEmpty()) {
            problems = limits.problems(module.orElseThrow(), input, check);
        }
        if (!problems.isEmpty()) {
            forbidden.note("connection", input.name(), ConnectionForms.route(input));
            return Saved.not(problems);
        }
        return Saved.as(store(input, stored, saving.agreed(), factory.get()));
    }

    /** Deletes a connection that no plan uses. */
    public Saved delete(long id) {
        Access.require(Role.ADMIN);
        ProviderConnection connection = store.connection(id).orElseThrow();
        List<String> users = usersOf(id);
        if (!users.isEmpty()) {
            return Saved.not(
                    List.of(FieldProblem.of(FieldProblem.NAME, "connection.problem.used", String.join(", ", users))));
        }
        new HealthRepository(dataSource).forget(id);
        store.remove(connection);
        record(connection, "connection.deleted", words(connection), "");
        changed.fire(new ConnectionChanged(id));
        return Saved.as(id);
    }

    private long store(ConnectionInput input, Optional<ProviderConnection> stored, String agreed, EndFactory factory) {
        ProviderConnection connection =
                stored.orElseGet(() -> new ProviderConnection(input.providerId(), input.role()));
        String before = stored.map(ConnectionService::words).orElse("");
        connection.fill(input, agreed, clock.instant());
        connection.values(new TreeMap<>(input.values()));
        if (stored.isEmpty()) {
            store.add(connection);
        }
        keepSecrets(connection, input, factory);
        input.limits().ifPresent(connection::limits);
        store.flush();
        new HealthRepository(dataSource).forget(connection.id());
        record(connection, stored.isEmpty() ? "connection.created" : "connection.changed", before, words(connection));
        changed.fire(new ConnectionChanged(connection.id()));
        return connection.id();
    }

    private void keepSecrets(ProviderConnection connection, ConnectionInput input, EndFactory factory) {
        String route = ConnectionForms.route(input).fingerprint();
        Set<String> known = new HashSet<>();
        factory.configSchema().properties().stream()
                .filter(property -> property.type().isConfidential())
                .forEach(property -> known.add(property.name()));
        connection.forgetSecretsBut(known);
        input.confidential()
                .secrets()
                .forEach((name, secret) -> connection.secret(name, vault.seal(connection.id(), name, secret, route)));
        input.confidential()
                .certificates()
                .forEach((name, certificate) ->
                        connection.secret(name, vault.seal(connection.id(), name, certificate, route)));
    }

    private ConnectionView view(ProviderConnection connection) {
        Optional<EndFactory> factory = providers
                .find(connection.providerId())
                .flatMap((LoadedModule module) -> module.factory(connection.role()));
        Map<String, StoredSecret> stored = new TreeMap<>();
        connection
                .secrets()
                .forEach((name, secret) -> stored.put(name, new StoredSecret(secret.setAt(), secret.shown())));
        return new ConnectionView(
                connection.id(),
                connection.version(),
                connection.name(),
                connection.providerId(),
                factory.map(known -> known.descriptor().name()).orElseGet(() -> LocalText.of(connection.providerId())),
                factory.isPresent(),
                connection.role(),
                connection.registrationId(),
                connection.values(),
                stored,
                connection.network(),
                new HealthRepository(dataSource).find(connection.id()),
                usersOf(connection.id()));
    }

    private List<String> usersOf(long connection) {
        return uses.stream().flatMap(use -> use.usersOf(connection).stream()).toList();
    }

    private void record(ProviderConnection connection, String action, String before, String after) {
        String id = Long.toString(connection.id());
        audit.record(AuditEntry.of(action, new AuditEntry.Subject("connection", id, connection.name()))
                .change(before, after));
    }

    /** What may be said of a connection: of secrets only which there are, and when they were entered. */
    private static String words(ProviderConnection connection) {
        Map<String, String> secrets = new TreeMap<>();
        connection
                .secrets()
                .forEach((name, secret) -> secrets.put(name, secret.setAt().toString()));
        return "name=" + connection.name() + ", provider=" + connection.providerId() + ", role=" + connection.role()
                + ", registration=" + connection.registrationId() + ", settings=" + new TreeMap<>(connection.values())
                + ", secrets entered=" + secrets + ", proxy="
                + connection.network().proxy() + ", extra CA="
                + !connection.network().extraCa().isBlank();
    }
}
