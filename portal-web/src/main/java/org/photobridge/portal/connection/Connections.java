package org.photobridge.portal.connection;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.provider.EndKey;
import org.photobridge.portal.provider.EndLease;
import org.photobridge.portal.provider.LoadedModule;
import org.photobridge.portal.provider.OpenEnds;
import org.photobridge.portal.provider.ProviderRegistry;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.spi.ErrorEntry;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.ProviderException;

/**
 * Where the portal's own work gets open sources and targets, by connection.
 *
 * <p>It checks no roles: it is for jobs and for services that have checked theirs.
 */
@ApplicationScoped
public class Connections {
    @Inject
    private ConnectionOpening opening;

    @Inject
    private ProviderRegistry providers;

    @Inject
    private ConnectionRepository store;

    @Inject
    private DataSource dataSource;

    @Inject
    private Home home;

    @Inject
    private ManagedExecutorService executor;

    private Clock clock;
    private OpenEnds<PhotoSource> sources;
    private OpenEnds<PhotoTarget> targets;

    /** For the container's proxy only. */
    protected Connections() {}

    @Inject
    Connections(Clock clock) {
        this.clock = clock;
        sources = new OpenEnds<>(clock);
        targets = new OpenEnds<>(clock);
    }

    /**
     * Borrows the source of a connection.
     *
     * @throws ProviderException with a code of {@link #explain} if the connection can't be used as it is set up
     */
    public EndLease<PhotoSource> openSource(long connection) {
        ReadyConnection ready = opening.prepare(connection, ProviderRole.SOURCE);
        return sources.lease(
                key(connection, ready),
                () -> ready.module().openSource(ready.config(), context(connection, ready), ready.limits()));
    }

    /**
     * Borrows the target of a connection.
     *
     * @throws ProviderException with a code of {@link #explain} if the connection can't be used as it is set up
     */
    public EndLease<PhotoTarget> openTarget(long connection) {
        ReadyConnection ready = opening.prepare(connection, ProviderRole.TARGET);
        return targets.lease(
                key(connection, ready),
                () -> ready.module().openTarget(ready.config(), context(connection, ready), ready.limits()));
    }

    /** The last health report of a connection, whoever had it made. */
    public Optional<KnownHealth> health(long connection) {
        return new HealthRepository(dataSource).find(connection);
    }

    /** Keeps a report that was just made. */
    @Transactional
    public void keepHealth(long connection, HealthReport report, Instant at) {
        new HealthRepository(dataSource).keep(connection, new KnownHealth(report, at));
    }

    /** What a code means that a run or a check of this connection gave: its provider's word, else the portal's. */
    @Transactional
    public Optional<ErrorEntry> explain(long connection, String code) {
        return store.connection(connection)
                .flatMap(known -> providers
                        .find(known.providerId())
                        .flatMap(module -> module.factory(known.role()))
                        .flatMap(factory -> factory.descriptor().error(code)))
                .or(() -> PortalErrors.find(code));
    }

    /** What pages call the system behind a connection: "Exchange". */
    @Transactional
    public LocalText systemName(long connection) {
        return store.connection(connection)
                .flatMap(known -> providers
                        .find(known.providerId())
                        .flatMap((LoadedModule module) -> module.factory(known.role()))
                        .map(factory -> factory.descriptor().name())
                        .or(() -> Optional.of(LocalText.of(known.name()))))
                .orElseGet(() -> LocalText.of("?"));
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConnectionChanged change) {
        sources.retire(change.connection());
        targets.retire(change.connection());
    }

    void closeIdle() {
        sources.closeIdle();
        targets.closeIdle();
    }

    @PreDestroy
    void closeAll() {
        sources.close();
        targets.close();
    }

    private static EndKey key(long connection, ReadyConnection ready) {
        return new EndKey(connection, ready.settingsVersion(), ready.module().key());
    }

    private ConnectionContext context(long connection, ReadyConnection ready) {
        return ConnectionContext.of(
                clock, ready.network(), executor, home.subfolder("work").resolve("connection-" + connection));
    }
}
