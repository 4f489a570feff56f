package org.photobridge.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;
import org.photobridge.portal.platform.RequestId;

/** Appends to the record of who did what; joins the caller's transaction, so a change and its entry stand or fall together. */
@ApplicationScoped
public class Audit {
    private final AuditRepository entries;
    private final Clock clock;

    /** For the container's proxy only. */
    protected Audit() {
        this(null, null);
    }

    @Inject
    public Audit(DataSource dataSource, Clock clock) {
        this.entries = new AuditRepository(dataSource);
        this.clock = clock;
    }

    public void record(AuditEntry entry) {
        entries.append(entry, Origin.current(), RequestId.current(), clock.instant());
    }
}
