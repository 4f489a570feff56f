package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Forgets what runs did for single people, and much later the runs with their counts. */
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
    public int forgetOutcomes(Instant before) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select id from run where finished_at < :before
                          and exists (select 1 from run_outcome where run_id = id) order by id""").bind("before", before).mapTo(Long.class).list().stream()
                        .mapToInt(this::forget)
                        .sum());
    }

    /**
     * Deletes runs that ended before, with their requests. A plan's last complete listing stays: the guard against a
     * listing that is far too short compares with it. So does a run whose previous pictures can still be put back.
     */
    public int forgetRuns(Instant before) {
        return jdbi.withHandle(handle -> {
            var old = handle.createQuery("""
                            select id from run where finished_at < :before
                              and id not in (select max(id) from run where listed is not null group by plan_id)
                              and not exists (select 1 from before_image b where b.run_id = run.id) order by id""")
                    .bind("before", before)
                    .mapTo(Long.class)
                    .list();
            old.forEach(this::forgetRun);
            return old.size();
        });
    }

    private void forgetRun(long runId) {
        jdbi.useTransaction(handle -> {
            for (String sql : new String[] {
                "delete from run_outcome where run_id = :run",
                "delete from run_hold_person where run_id = :run",
                "delete from run_hold where run_id = :run",
                "delete from run_decision where run_id = :run",
                "delete from sync_request where run_id = :run",
                "delete from run where id = :run"
            }) {
                handle.createUpdate(sql).bind("run", runId).execute();
            }
        });
    }

    private int forget(long runId) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from run_outcome where run_id = :run")
                .bind("run", runId)
                .execute());
    }
}
