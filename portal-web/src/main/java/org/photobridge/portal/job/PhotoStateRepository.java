package org.photobridge.portal.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.engine.PhotoState;
import org.photobridge.portal.engine.Reason;
import org.photobridge.portal.engine.image.Look;

/** Reads and writes photo states on an open connection; whose states they are is given once. */
final class PhotoStateRepository {

    private static final String VALUES = """
            account_id = :account, plan_id = :plan, condition = :condition, reason_code = :reason, settled = :settled,
            source_fingerprint = :sourceFingerprint, source_hash = :sourceHash, recipe = :recipe,
            source_first_seen_at = :firstSeen, target_fingerprint = :targetFingerprint,
            written_fingerprint = :writtenFingerprint, prepared_hash = :preparedHash, look = :look,
            last_written_at = :lastWritten, last_looked_at = :lastLooked, absences_seen = :absences,
            first_absent_at = :firstAbsent, absent_code = :absentCode, undone_source_hash = :undoneHash,
            undone_at = :undoneAt, kept_source_hash = :keptHash, kept_target_fingerprint = :keptPrint,
            kept_at = :keptAt, kept_by = :keptBy, intent_run_id = :intentRun, intent_prepared_hash = :intentHash,
            last_run_id = :lastRun, last_outcome = :outcome, last_checked_at = :now""";

    private static final String UPDATE = "update photo_state set version = version + 1, " + VALUES
            + " where target_connection_id = :target and target_key = :key and version = :version";

    private static final String INSERT = """
            insert into photo_state (target_connection_id, target_key, version, source_connection_id, account_id, plan_id,
              condition, reason_code, settled, source_fingerprint, source_hash, recipe, source_first_seen_at,
              target_fingerprint, written_fingerprint, prepared_hash, look, last_written_at, last_looked_at,
              absences_seen, first_absent_at, absent_code, undone_source_hash, undone_at, kept_source_hash,
              kept_target_fingerprint, kept_at, kept_by, intent_run_id,
              intent_prepared_hash, last_run_id, last_outcome, last_checked_at)
            select :target, :key, 1, :source, :account, :plan, :condition, :reason, :settled, :sourceFingerprint,
              :sourceHash, :recipe, :firstSeen, :targetFingerprint, :writtenFingerprint, :preparedHash, :look,
              :lastWritten, :lastLooked, :absences, :firstAbsent, :absentCode, :undoneHash, :undoneAt, :keptHash,
              :keptPrint, :keptAt, :keptBy, :intentRun, :intentHash, :lastRun, :outcome, :now
            where not exists (select 1 from photo_state where target_connection_id = :target and target_key = :key)""";

    private final long sourceConnectionId;
    private final long targetConnectionId;

    PhotoStateRepository(long sourceConnectionId, long targetConnectionId) {
        this.sourceConnectionId = sourceConnectionId;
        this.targetConnectionId = targetConnectionId;
    }

    /** By target key; nothing for keys without a state. */
    Map<String, PhotoState> find(Handle handle, Collection<String> targetKeys) {
        Map<String, PhotoState> found = new LinkedHashMap<>();
        if (!targetKeys.isEmpty()) {
            handle.createQuery("select * from photo_state where target_connection_id = :target"
                            + " and target_key in (<keys>)")
                    .bind("target", targetConnectionId)
                    .bindList("keys", List.copyOf(targetKeys))
                    .map((row, context) -> read(row))
                    .forEach(state -> found.put(state.targetKey(), state));
        }
        return found;
    }

    /**
     * Replaces the state of the given version, or inserts one if that is 0.
     *
     * @return whether it did; false if somebody else was faster
     */
    boolean save(Handle handle, PhotoState state, String outcome, Instant now) {
        String sql = state.version() == 0 ? INSERT : UPDATE;
        var update = handle.createUpdate(sql);
        bindState(update, state);
        bindSource(update, state.source());
        bindTarget(update, state.target());
        return update.bind("source", sourceConnectionId)
                        .bind("target", targetConnectionId)
                        .bind("outcome", outcome)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /**
     * Stores that somebody keeps the target's picture, unless the state has moved on from this version.
     *
     * @return whether it did
     */
    boolean keep(Handle handle, PhotoState known, long version, PhotoState.KeepMark mark) {
        boolean settled = known.settled()
                && mark.isAbout(known.source().contentHash(), known.target().fingerprint());
        return handle.createUpdate("""
                        update photo_state set version = version + 1, condition = :condition, reason_code = :reason,
                          settled = :settled, kept_source_hash = :keptHash, kept_target_fingerprint = :keptPrint,
                          kept_at = :keptAt, kept_by = :keptBy
                        where target_connection_id = :target and target_key = :key and version = :version""")
                        .bind("condition", Condition.CHANGED_IN_TARGET)
                        .bind("reason", Reason.KEPT_BY_PERSON.code())
                        .bind("settled", settled)
                        .bind("keptHash", mark.sourceHash())
                        .bind("keptPrint", mark.targetFingerprint())
                        .bind("keptAt", mark.at())
                        .bind("keptBy", mark.by())
                        .bind("target", targetConnectionId)
                        .bind("key", known.targetKey())
                        .bind("version", version)
                        .execute()
                == 1;
    }

    /** Promises a write: raises the version if nobody else did. */
    boolean claim(Handle handle, String key, long version, long runId, String preparedHash) {
        return handle.createUpdate("""
                        update photo_state set version = version + 1, intent_run_id = :run, intent_prepared_hash = :hash
                        where target_connection_id = :target and target_key = :key and version = :version""")
                        .bind("target", targetConnectionId)
                        .bind("key", key)
                        .bind("version", version)
                        .bind("run", runId)
                        .bind("hash", preparedHash)
                        .execute()
                == 1;
    }

    /** Takes a promise back, because nothing was sent. */
    void release(Handle handle, String key, long runId) {
        handle.createUpdate("""
                        update photo_state set intent_run_id = null, intent_prepared_hash = null
                        where target_connection_id = :target and target_key = :key and intent_run_id = :run""")
                .bind("target", targetConnectionId)
                .bind("key", key)
                .bind("run", runId)
                .execute();
    }

    private static void bindState(SqlStatement<?> statement, PhotoState state) {
        statement
                .bind("key", state.targetKey())
                .bind("account", state.accountId())
                .bind("plan", state.ownerPlan())
                .bind("version", state.version())
                .bind("condition", state.condition())
                .bind("reason", state.reason())
                .bind("settled", state.settled())
                .bind("absences", state.absences().map(PhotoState.Absences::seen))
                .bind("firstAbsent", state.absences().map(PhotoState.Absences::firstAt))
                .bind("absentCode", state.absences().map(PhotoState.Absences::code))
                .bind("undoneHash", state.undone().map(PhotoState.UndoMark::sourceHash))
                .bind("undoneAt", state.undone().map(PhotoState.UndoMark::at))
                .bind("keptHash", state.kept().map(PhotoState.KeepMark::sourceHash))
                .bind("keptPrint", state.kept().map(PhotoState.KeepMark::targetFingerprint))
                .bind("keptAt", state.kept().map(PhotoState.KeepMark::at))
                .bind("keptBy", state.kept().map(PhotoState.KeepMark::by))
                .bind("intentRun", state.openIntent().map(PhotoState.OpenIntent::runId))
                .bind("intentHash", state.openIntent().map(PhotoState.OpenIntent::preparedHash))
                .bind("lastRun", state.lastRun());
    }

    private static void bindSource(SqlStatement<?> statement, PhotoState.SourceMemory source) {
        statement
                .bind("sourceFingerprint", source.fingerprint())
                .bind("sourceHash", source.contentHash())
                .bind("recipe", source.recipe())
                .bind("firstSeen", source.firstSeen());
    }

    private static void bindTarget(SqlStatement<?> statement, PhotoState.TargetMemory target) {
        statement
                .bind("targetFingerprint", target.fingerprint())
                .bind("writtenFingerprint", target.writtenFingerprint())
                .bind("preparedHash", target.preparedHash())
                .bind("look", target.look().map(Look::bytes).orElse(null))
                .bind("lastWritten", target.lastWritten())
                .bind("lastLooked", target.lastLooked());
    }

    private static PhotoState read(ResultSet row) throws SQLException {
        return new PhotoState(
                row.getString("target_key"),
                row.getString("account_id"),
                row.getLong("plan_id"),
                row.getLong("version"),
                Condition.valueOf(row.getString("condition")),
                text(row, "reason_code"),
                row.getBoolean("settled"),
                source(row),
                target(row),
                absences(row),
                undone(row),
                kept(row),
                intent(row),
                row.getLong("last_run_id"));
    }

    private static PhotoState.SourceMemory source(ResultSet row) throws SQLException {
        return new PhotoState.SourceMemory(
                text(row, "source_fingerprint"),
                text(row, "source_hash"),
                text(row, "recipe"),
                time(row, "source_first_seen_at"));
    }

    private static PhotoState.TargetMemory target(ResultSet row) throws SQLException {
        return new PhotoState.TargetMemory(
                text(row, "target_fingerprint"),
                text(row, "written_fingerprint"),
                text(row, "prepared_hash"),
                Optional.ofNullable(row.getBytes("look")).map(Look::of),
                time(row, "last_written_at"),
                time(row, "last_looked_at"));
    }

    private static Optional<PhotoState.Absences> absences(ResultSet row) throws SQLException {
        int seen = row.getInt("absences_seen");
        return seen == 0
                ? Optional.empty()
                : Optional.of(new PhotoState.Absences(
                        seen, time(row, "first_absent_at").orElseThrow(), row.getString("absent_code")));
    }

    private static Optional<PhotoState.UndoMark> undone(ResultSet row) throws SQLException {
        Optional<Instant> at = time(row, "undone_at");
        String hash = row.getString("undone_source_hash");
        return at.map(time -> new PhotoState.UndoMark(hash == null ? "" : hash, time));
    }

    private static Optional<PhotoState.KeepMark> kept(ResultSet row) throws SQLException {
        Optional<Instant> at = time(row, "kept_at");
        String hash = row.getString("kept_source_hash");
        String print = row.getString("kept_target_fingerprint");
        String by = row.getString("kept_by");
        return at.map(time -> new PhotoState.KeepMark(hash, print, time, by));
    }

    private static Optional<PhotoState.OpenIntent> intent(ResultSet row) throws SQLException {
        long run = row.getLong("intent_run_id");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new PhotoState.OpenIntent(run, row.getString("intent_prepared_hash")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
