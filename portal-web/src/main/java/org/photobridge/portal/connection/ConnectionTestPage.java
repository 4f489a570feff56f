package org.photobridge.portal.connection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.platform.Texts;
import org.photobridge.spi.HealthCheck;

/** The layered test of one connection, on the connection's page. */
@Named
@ViewScoped
public class ConnectionTestPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private HealthTests tests;

    @Inject
    private ConnectionService connections;

    private boolean wasRunning;

    public void start(long connection) {
        tests.start(connection);
        wasRunning = true;
    }

    public void cancel(long connection) {
        tests.cancel(connection);
        wasRunning = false;
        Messages.addGlobalInfo("connection.test.cancelled");
    }

    /** Asked again and again by the page while a test runs. */
    public void look(long connection) {
        if (wasRunning && !isRunning(connection)) {
            wasRunning = false;
            Messages.addGlobalInfo("connection.test.done");
        }
    }

    public boolean isRunning(long connection) {
        return tests.progress(connection).isPresent();
    }

    /** How far the running test is, in words. */
    public String progress(long connection) {
        return tests.progress(connection)
                .map(progress -> Texts.in(Faces.getLocale())
                        .get("connection.test.progress", progress.seconds(), progress.calls()))
                .orElse("");
    }

    /** The last result; null if there is none. */
    public KnownHealth last(long connection) {
        Optional<KnownHealth> health = connections.find(connection).flatMap(ConnectionView::health);
        return health.orElse(null);
    }

    public String icon(HealthCheck check) {
        return switch (check.status()) {
            case PASS -> "pi-check-circle";
            case WARN -> "pi-exclamation-triangle";
            case FAIL -> "pi-times-circle";
            case SKIPPED -> "pi-minus-circle";
        };
    }

    public String tone(HealthCheck check) {
        return switch (check.status()) {
            case PASS -> "good";
            case WARN -> "warn";
            case FAIL -> "bad";
            case SKIPPED -> "quiet";
        };
    }

    public List<HealthCheck> checks(KnownHealth health) {
        return health == null ? List.of() : health.report().checks();
    }
}
