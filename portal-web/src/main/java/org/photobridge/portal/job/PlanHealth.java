package org.photobridge.portal.job;

import java.time.Instant;
import java.util.Optional;
import org.photobridge.portal.connection.Connections;
import org.photobridge.portal.engine.End;
import org.photobridge.portal.engine.HealthMemory;
import org.photobridge.spi.HealthReport;

/** The health of a plan's two connections, as last reported by anybody. */
record PlanHealth(Connections connections, long source, long target) implements HealthMemory {

    @Override
    public Optional<HealthReport> since(End end, Instant time) {
        return connections
                .health(connection(end))
                .filter(known -> !known.at().isBefore(time))
                .map(known -> known.report());
    }

    @Override
    public void keep(End end, HealthReport report, Instant at) {
        connections.keepHealth(connection(end), report, at);
    }

    private long connection(End end) {
        return end == End.SOURCE ? source : target;
    }
}
