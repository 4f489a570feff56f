package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.connection.ConnectionService;
import org.photobridge.portal.connection.ConnectionView;
import org.photobridge.portal.connection.HealthTests;
import org.photobridge.portal.connection.KnownHealth;
import org.photobridge.portal.notify.Cause.Wording;
import org.photobridge.portal.platform.Texts;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthStatus;

/** Raises a cause when a connection stops working, and one when it works again; has each tested anew after a day. */
@ApplicationScoped
public class ConnectionWatch {
    private static final Duration OLD = Duration.ofHours(24);

    @Inject
    private ConnectionService connections;

    @Inject
    private HealthTests tests;

    @Inject
    private ConnectionMarks marks;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** For one task in the whole cluster: two at once could both see a change. */
    @Transactional
    void look() {
        for (ConnectionView connection : connections.list()) {
            connection.health().ifPresent(health -> look(connection, health));
            if (!connection.usedBy().isEmpty() && isOld(connection.health())) {
                tests.start(connection.id());
            }
        }
    }

    private boolean isOld(Optional<KnownHealth> health) {
        Instant limit = clock.instant().minus(OLD);
        return health.filter(known -> known.at().isBefore(limit)).isPresent();
    }

    /** The mark's time makes each breaking a cause of its own. */
    private void look(ConnectionView connection, KnownHealth health) {
        marks.found(connection.id(), health.report().isHealthy())
                .ifPresent(mark -> outbox.raise(cause(connection, health, mark)));
    }

    private static Cause cause(ConnectionView connection, KnownHealth health, MarkRepository.Mark mark) {
        String id = Long.toString(connection.id());
        Optional<HealthCheck> failing = health.report().checks().stream()
                .filter(check -> check.status() == HealthStatus.FAIL)
                .findFirst();
        return new Cause(
                EventKind.CONNECTION_BROKEN,
                "connection:" + id + ":" + mark.mark() + ":" + mark.changedAt().toEpochMilli(),
                "/connection.xhtml?id=" + id,
                Map.of(
                        "connection", id,
                        "state", mark.mark(),
                        "check", failing.map(HealthCheck::code).orElse("")),
                locale -> wording(connection, failing, locale));
    }

    private static Wording wording(ConnectionView connection, Optional<HealthCheck> failing, Locale locale) {
        String key = failing.isPresent() ? "notify.connection-broken" : "notify.connection-well";
        String name = Wording.oneLine(connection.name());
        String check = failing.map(found -> Wording.oneLine(
                        found.label().get(locale) + ": " + found.detail().get(locale)))
                .orElse("");
        Texts texts = Texts.in(locale);
        String remedy = failing.map(
                        found -> "\n" + Wording.oneLine(found.remedy().get(locale)))
                .orElse("");
        return new Wording(texts.get(key + ".title", name), texts.get(key + ".text", name, check) + remedy);
    }
}
