package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.Optional;
import org.photobridge.spi.HealthReport;

/** Health reports of the plan's two connections, as last made by anybody. */
public interface HealthMemory {

    /** The last report made at or after this time. */
    Optional<HealthReport> since(End end, Instant time);

    /** Keeps a report that the engine just had made. */
    void keep(End end, HealthReport report, Instant at);
}
