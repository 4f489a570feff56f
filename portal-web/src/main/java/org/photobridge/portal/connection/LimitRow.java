package org.photobridge.portal.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import org.photobridge.portal.provider.LimitOverrides.Allowance;

/** A limit of a connection that was set to other numbers than its provider declares. */
@Embeddable
public class LimitRow {
    private long units;

    @Column(name = "window_seconds")
    private long windowSeconds;

    /** For JPA only. */
    protected LimitRow() {}

    LimitRow(Allowance allowance) {
        this.units = allowance.units();
        this.windowSeconds = allowance.window().toSeconds();
    }

    Allowance allowance() {
        return new Allowance(units, Duration.ofSeconds(windowSeconds));
    }
}
