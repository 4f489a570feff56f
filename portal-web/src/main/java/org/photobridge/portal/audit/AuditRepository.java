package org.photobridge.portal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.photobridge.portal.audit.AuditEntry.Subject;

/** The audit's rows: added, hung into the chain, read in its order. */
final class AuditRepository {
    /** All columns of a row; those that may be missing in entries from before the chain are empty texts. */
    static final String SELECT = """
            select id, coalesce(chain_number, 0) as chain_number, at, actor_kind, actor_name, address, request_id, action,
              coalesce(subject_kind, '') as subject_kind, coalesce(subject_id, '') as subject_id,
              coalesce(subject_name, '') as subject_name, before_value, after_value, reason,
              salt, coalesce(digest, '') as digest, coalesce(link, '') as link, coalesce(key_id, '') as key_id,
              erased_by, erased_seal
            from audit_entry""";

    private static final String INSERT = """
            insert into audit_entry (id, chain_number, at, actor_kind, actor_name, address, request_id, action,
              subject_kind, subject_id, subject_name, before_value, after_value, reason, salt, digest, link, key_id)
            values (nextval('audit_entry_seq'), :number, :at, :actorKind, :actorName, :address, :requestId, :action,
              :subjectKind, :subjectId, :subjectName, :before, :after, :reason, :salt, :digest, :link, :key)""";

    private static final String HANG = """
            update audit_entry set chain_number = :number, salt = :salt, digest = :digest, link = :link, key_id = :key
            where id = :id""";

    private static final String REWRITE = """
            update audit_entry set actor_name = :actorName, address = :address, subject_id = :subjectId,
              subject_name = :subjectName, before_value = :before, after_value = :after, reason = :reason, salt = null,
              erased_by = :by, erased_seal = :seal
            where chain_number = :number""";

    /** A row with its place in the chain. */
    record Chained(long id, AuditRow row, AuditLink link) {}

    private AuditRepository() {}

    static void insert(Handle handle, AuditRow row, AuditLink link) {
        link(texts(handle.createUpdate(INSERT), row), link)
                .bind("number", row.number())
                .bind("at", row.at())
                .bind("actorKind", row.actor().kind())
                .bind("requestId", row.requestId())
                .bind("action", row.action())
                .bind("subjectKind", row.subject().kind())
                .execute();
    }

    /** Takes a row that has no number yet into the chain. */
    static void hang(Handle handle, long id, AuditRow row, AuditLink link) {
        link(handle.createUpdate(HANG), link)
                .bind("number", row.number())
                .bind("id", id)
                .execute();
    }

    /** Stores what an erasing left of a row, and destroys its salt. */
    static void rewrite(Handle handle, AuditRow row, long erasedBy, String seal) {
        texts(handle.createUpdate(REWRITE), row)
                .bind("by", erasedBy)
                .bind("seal", seal)
                .bind("number", row.number())
                .execute();
    }

    /** The next entries behind a number, in the chain's order. */
    static List<Chained> after(Handle handle, long number, int most) {
        return handle.createQuery(
                        SELECT + " where chain_number > :after order by chain_number fetch next :most rows only")
                .bind("after", number)
                .bind("most", most)
                .map(AuditRepository::chained)
                .list();
    }

    /** Rows that have no number, in the order in which they were stored. */
    static List<Chained> unnumbered(Handle handle) {
        return handle.createQuery(SELECT + " where chain_number is null order by id")
                .map(AuditRepository::chained)
                .list();
    }

    static long countUnnumbered(Handle handle) {
        return handle.createQuery("select count(*) from audit_entry where chain_number is null")
                .mapTo(Long.class)
                .one();
    }

    /** The first entry that isn't older. */
    static Optional<Long> firstSince(Handle handle, Instant moment) {
        return handle.createQuery("select min(chain_number) from audit_entry where at >= :moment")
                .bind("moment", moment)
                .mapTo(Long.class)
                .findOne();
    }

    static String linkOf(Handle handle, long number) {
        return handle.createQuery("select link from audit_entry where chain_number = :number")
                .bind("number", number)
                .mapTo(String.class)
                .one();
    }

    /** Removes the entries up to a number. */
    static int removeUpTo(Handle handle, long number) {
        return handle.createUpdate("delete from audit_entry where chain_number <= :number")
                .bind("number", number)
                .execute();
    }

    static AuditRow row(ResultSet row, StatementContext context) throws SQLException {
        return new AuditRow(
                row.getLong("chain_number"),
                row.getTimestamp("at").toInstant(),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_name")),
                text(row, "address"),
                text(row, "request_id"),
                row.getString("action"),
                new Subject(row.getString("subject_kind"), row.getString("subject_id"), row.getString("subject_name")),
                text(row, "before_value"),
                text(row, "after_value"),
                text(row, "reason"),
                row.getObject("erased_by") != null);
    }

    private static Chained chained(ResultSet row, StatementContext context) throws SQLException {
        long erasedBy = row.getLong("erased_by");
        AuditLink link = new AuditLink(
                text(row, "salt"),
                row.getString("digest"),
                row.getString("link"),
                row.getString("key_id"),
                erasedBy == 0 ? OptionalLong.empty() : OptionalLong.of(erasedBy),
                text(row, "erased_seal"));
        return new Chained(row.getLong("id"), row(row, context), link);
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static <S extends SqlStatement<S>> S texts(S statement, AuditRow row) {
        return statement
                .bind("actorName", row.actor().name())
                .bind("address", row.address())
                .bind("subjectId", row.subject().id())
                .bind("subjectName", row.subject().name())
                .bind("before", row.before())
                .bind("after", row.after())
                .bind("reason", row.reason());
    }

    private static <S extends SqlStatement<S>> S link(S statement, AuditLink link) {
        return statement
                .bind("salt", link.salt())
                .bind("digest", link.digest())
                .bind("link", link.link())
                .bind("key", link.keyId());
    }
}
