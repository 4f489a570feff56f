package org.photobridge.portal.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Removes old rows of tables that nobody else cleans up. */
@ApplicationScoped
class RetentionRepository {
    private final Jdbi jdbi;

    protected RetentionRepository() {
        this(null);
    }

    @Inject
    RetentionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Failed sign-ins whose waiting time ended long ago. */
    int forgetSignIns(Instant before) {
        return delete("delete from sign_in_delay where blocked_until < :before", before)
                + delete("delete from sign_in_address where window_began_at < :before", before);
    }

    /** Reports of connections that were not tested since. */
    int forgetHealth(Instant before) {
        return delete("delete from connection_health where checked_at < :before", before);
    }

    private int delete(String sql, Instant before) {
        return jdbi.withHandle(
                handle -> handle.createUpdate(sql).bind("before", before).execute());
    }
}
