package org.photobridge.portal.connection;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.HealthReport;

/** Tests connections in the background, one test per connection at a time, and lets people follow and stop them. */
@ApplicationScoped
public class HealthTests {
    private static final Logger LOG = System.getLogger(HealthTests.class.getName());

    @Inject
    private Connections connections;

    @Inject
    private ConnectionRepository store;

    @Inject
    private Audit audit;

    @Inject
    private ManagedExecutorService executor;

    @Inject
    private Clock clock;

    private final Map<Long, Running> running = new ConcurrentHashMap<>();

    private record Running(TestCall call, Instant since) {}

    /** How far a running test is. */
    public record Progress(int calls, long seconds) {}

    /** Starts a test, unless one runs. */
    public void start(long connection) {
        Access.requireUnlimited(Role.OPERATOR);
        Running test = new Running(new TestCall("test-" + connection), clock.instant());
        if (running.putIfAbsent(connection, test) == null) {
            record(connection);
            executor.execute(() -> run(connection, test));
        }
    }

    private void record(long connection) {
        String name = store.connection(connection).map(ProviderConnection::name).orElse("");
        audit.record(AuditEntry.of(
                "connection.tested", new AuditEntry.Subject("connection", Long.toString(connection), name)));
    }

    /** The test that runs; empty if none does. */
    public Optional<Progress> progress(long connection) {
        Access.require(Role.VIEWER);
        return Optional.ofNullable(running.get(connection))
                .map(test -> new Progress(
                        test.call().asked(),
                        Duration.between(test.since(), clock.instant()).toSeconds()));
    }

    /** Stops a test: its result is dropped, also if its last call still takes a while to end. */
    public void cancel(long connection) {
        Access.requireUnlimited(Role.OPERATOR);
        Running test = running.remove(connection);
        if (test != null) {
            test.call().cancel();
        }
    }

    private void run(long connection, Running test) {
        try {
            HealthReport report = connections.check(connection, test.call());
            if (!test.call().isCancelled()) {
                connections.keepHealth(connection, report, clock.instant());
            }
        } catch (CancellationException e) {
            LOG.log(Level.DEBUG, "The test of connection " + connection + " was cancelled", e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The test of connection " + connection + " stopped by a defect", e);
        } finally {
            running.remove(connection, test);
        }
    }
}
