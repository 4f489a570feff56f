package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.photobridge.portal.engine.Hold;
import org.photobridge.portal.platform.Sequences;
import org.photobridge.portal.platform.StorageException;

/** Stores what runs are held for, and what people decided about them. */
@ApplicationScoped
public class HoldRepository {

    private static final String PEOPLE = """
            select h.account_id, h.display_name, h.outcome, coalesce(h.reason_code, '') as reason_code,
              coalesce(s.etag, '') as source_tag, coalesce(t.etag, '') as target_tag
            from run_hold_person h
              left join picture_preview s on s.connection_id = :source and s.account_id = h.account_id
              left join picture_preview t on t.connection_id = :target and t.account_id = h.account_id
            where h.run_id = :run order by h.place fetch next :most rows only""";

    private static final String INSERT_PERSON = """
            insert into run_hold_person (run_id, place, account_id, display_name, outcome, reason_code)
            values (:run, :place, :account, :name, :outcome, :reason)""";

    private final Jdbi jdbi;

    protected HoldRepository() {
        this(null);
    }

    @Inject
    public HoldRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps what a run is held for now. */
    static void keep(Handle handle, long runId, Hold hold, Instant now) {
        handle.execute("delete from run_hold_person where run_id = ?", runId);
        handle.execute("delete from run_hold where run_id = ?", runId);
        handle.createUpdate("insert into run_hold (run_id, reason_code, found_people, allowed, held_at)"
                        + " values (:run, :reason, :found, :allowed, :now)")
                .bind("run", runId)
                .bind("reason", hold.reason().code())
                .bind("found", hold.found())
                .bind("allowed", hold.allowed())
                .bind("now", now)
                .execute();
        if (!hold.people().isEmpty()) {
            keepPeople(handle, runId, hold.people());
        }
    }

    private static void keepPeople(Handle handle, long runId, List<Hold.Person> people) {
        PreparedBatch rows = handle.prepareBatch(INSERT_PERSON);
        for (int place = 0; place < people.size(); place++) {
            Hold.Person person = people.get(place);
            rows.bind("run", runId)
                    .bind("place", place)
                    .bind("account", Cut.to(200, person.accountId()))
                    .bind("name", Cut.to(400, person.displayName()))
                    .bind("outcome", person.outcome())
                    .bind("reason", person.reason())
                    .add();
        }
        rows.execute();
    }

    /** What a run is held for, with small pictures from two connections of the first people. */
    Optional<HeldRun.Found> find(long runId, long source, long target, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from run_hold where run_id = :run")
                .bind("run", runId)
                .map((row, context) -> new HeldRun.Found(
                        row.getString("reason_code"),
                        row.getLong("found_people"),
                        row.getLong("allowed"),
                        row.getObject("held_at", java.time.OffsetDateTime.class).toInstant(),
                        people(handle, runId, source, target, most)))
                .findOne());
    }

    private static List<HeldRun.Person> people(Handle handle, long runId, long source, long target, int most) {
        return handle.createQuery(PEOPLE)
                .bind("run", runId)
                .bind("source", source)
                .bind("target", target)
                .bind("most", most)
                .map(ConstructorMapper.of(HeldRun.Person.class))
                .list();
    }

    /** The latest preview that somebody asked for to decide about this run. */
    Optional<Long> previewOf(long runId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select max(id) from run where started_by_run = :run and kind = 'PREVIEW'")
                        .bind("run", runId)
                        .mapTo(Long.class)
                        .findOne());
    }

    long count() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from run where state = 'AWAITING_APPROVAL'")
                        .mapTo(Long.class)
                        .one());
    }

    void decide(long runId, RunDecision decision) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into run_decision (id, run_id, decided_at, approved,"
                                + " decided_by, reason, reason_code) values (:id, :run, :at, :approved, :by, :reason, :heldFor)")
                .bind("id", nextDecision(handle))
                .bind("run", runId)
                .bind("at", decision.at())
                .bind("approved", decision.approved())
                .bind("by", Cut.to(100, decision.by()))
                .bind("reason", Cut.to(1000, decision.reason()))
                .bind("heldFor", decision.heldFor())
                .execute());
    }

    private static long nextDecision(Handle handle) {
        try {
            return Sequences.next(handle.getConnection(), "run_decision_seq");
        } catch (SQLException e) {
            throw new StorageException("No new id of a decision", e);
        }
    }

    /** What was decided about a run, the earliest first. */
    List<RunDecision> decisions(long runId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select approved, decided_by as \"by\", decided_at as at,"
                                + " reason, reason_code as held_for from run_decision where run_id = :run order by decided_at, id")
                .bind("run", runId)
                .map(ConstructorMapper.of(RunDecision.class))
                .list());
    }
}
