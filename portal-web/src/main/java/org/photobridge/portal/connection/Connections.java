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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.provider.EndKey;
import org.photobridge.portal.provider.EndLease;
import org.photobridge.portal.provider.OpenEnds;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Capability;
import org.photobridge.spi.ErrorEntry;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.ProviderEnd;
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

    /**
     * Checks a connection against the real system now. A connection that can't even be opened is a failing check.
     *
     * @throws java.util.concurrent.CancellationException if the call was cancelled
     */
    public HealthReport check(long connection, CallContext call) {
        try (EndLease<? extends ProviderEnd> lease = open(connection)) {
            return lease.end().checkHealth(call);
        } catch (ProviderException e) {
            return new HealthReport(List.of(failing(connection, e)));
        }
    }

    /** What accompanies a few calls that a person asked for by hand, outside of any run: it paces nothing. */
    public CallContext shortCall(String id) {
        return new TestCall(id);
    }

    /**
     * What a connection's end can do beyond the minimum. Connects to nothing.
     *
     * @throws ProviderException if the connection can't be used as it is set up
     */
    public Set<Capability> capabilities(long connection) {
        try (EndLease<? extends ProviderEnd> lease = open(connection)) {
            return lease.end().capabilities();
        }
    }

    private EndLease<? extends ProviderEnd> open(long connection) {
        return opening.roleOf(connection) == ProviderRole.TARGET ? openTarget(connection) : openSource(connection);
    }

    private HealthCheck failing(long connection, ProviderException e) {
        LocalText remedy = opening.explain(connection, e.code())
                .map(entry -> entry.remedy())
                .orElseGet(() -> LocalText.of(""));
        return HealthCheck.fail(e.code(), Words.of("connection.test.settings"), LocalText.of(e.getMessage()), remedy)
                .as(e.category());
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
    public Optional<ErrorEntry> explain(long connection, String code) {
        return opening.explain(connection, code);
    }

    /** What pages call the system behind a connection: "Exchange". */
    public LocalText systemName(long connection) {
        return opening.systemName(connection);
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
