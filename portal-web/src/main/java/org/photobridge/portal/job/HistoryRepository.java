package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Forgets what runs did for single people; the runs with their counts stay. */
@ApplicationScoped
public class HistoryRepository {

    private final Jdbi jdbi;

    protected HistoryRepository() {
        this(null);
    }

    @Inject
    public HistoryRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Deletes the outcomes of runs that ended before; one run at a time, so that no lock is held for long. */
    int forgetOutcomes(Instant before) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select id from run where finished_at < :before
                          and exists (select 1 from run_outcome where run_id = id) order by id""").bind("before", before).mapTo(Long.class).list().stream()
                        .mapToInt(this::forget)
                        .sum());
    }

    private int forget(long runId) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from run_outcome where run_id = :run")
                .bind("run", runId)
                .execute());
    }
}
