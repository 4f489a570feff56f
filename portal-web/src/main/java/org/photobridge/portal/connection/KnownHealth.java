package org.photobridge.portal.connection;

import java.time.Instant;
import org.photobridge.spi.HealthReport;

/** The last health report of a connection, and when it was made. */
public record KnownHealth(HealthReport report, Instant at) {}
