package org.photobridge.portal.security;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The present as the database can keep it, so that what was stored and what a session remembers can be compared. */
final class Moment {
    private Moment() {}

    static Instant of(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
