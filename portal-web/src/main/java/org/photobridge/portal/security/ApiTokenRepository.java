package org.photobridge.portal.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.platform.Sequences;
import org.photobridge.portal.platform.StorageException;

/** Stores API tokens as digests. */
final class ApiTokenRepository {
    private static final String INSERT = """
            insert into api_token (id, prefix, digest, name, roles, owner, expires_at, created_by, created_at,
                limit_connection_id, limit_group_id, limit_group_name, live_name)
            values (:id, :prefix, :digest, :name, :roles, :owner, :expires, :creator, :now,
                :connection, :group, :groupName, lower(:name))""";
    private static final String SELECT = """
            select id, prefix, digest, name, roles, owner, expires_at, created_at, last_used_at, revoked_at,
                limit_connection_id, limit_group_id, limit_group_name
            from api_token
            """;

    private final Jdbi jdbi;

    ApiTokenRepository(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** A token without itself. */
    record Row(
            String prefix,
            String digest,
            String name,
            Set<Role> roles,
            Optional<String> owner,
            Optional<Instant> expiresAt,
            Optional<PeopleLimit> limit) {}

    /** A token with what became of it. */
    record Stored(long id, Row row, Instant createdAt, Optional<Instant> lastUsedAt, Optional<Instant> revokedAt) {}

    void add(Row row, String creator, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", nextId(handle))
                .bind("prefix", row.prefix())
                .bind("digest", row.digest())
                .bind("name", row.name())
                .bind("roles", Role.toText(row.roles()))
                .bind("owner", row.owner().orElse(null))
                .bind("expires", row.expiresAt().map(ApiTokenRepository::utc).orElse(null))
                .bind("creator", creator)
                .bind("now", utc(now))
                .bind("connection", row.limit().map(PeopleLimit::connectionId).orElse(null))
                .bind("group", row.limit().map(PeopleLimit::groupId).orElse(null))
                .bind("groupName", row.limit().map(PeopleLimit::groupName).orElse(null))
                .execute());
    }

    /** A token that is neither revoked nor expired. */
    Optional<Row> find(String prefix, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT
                        + "where prefix = :prefix and revoked_at is null and (expires_at is null or expires_at > :now)")
                .bind("prefix", prefix)
                .bind("now", utc(now))
                .map((row, context) -> stored(row).row())
                .findOne());
    }

    /** Whether any token, even a revoked one, begins like that. */
    boolean isTaken(String prefix) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from api_token where prefix = :prefix")
                        .bind("prefix", prefix)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** Whether a token that isn't revoked is called so. */
    boolean isNameTaken(String name) {
        return jdbi.withHandle(
                        handle -> handle.createQuery("select count(*) from api_token where live_name = lower(:name)")
                                .bind("name", name)
                                .mapTo(Integer.class)
                                .one())
                > 0;
    }

    List<Stored> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by created_at desc, id desc")
                .map((row, context) -> stored(row))
                .list());
    }

    Optional<Stored> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> stored(row))
                .findOne());
    }

    void used(String prefix, Instant now) {
        set("last_used_at = :now where prefix = :prefix", prefix, now);
    }

    void revoke(String prefix, Instant now) {
        set("revoked_at = :now, live_name = null where prefix = :prefix and revoked_at is null", prefix, now);
    }

    private void set(String change, String prefix, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update api_token set " + change)
                .bind("prefix", prefix)
                .bind("now", utc(now))
                .execute());
    }

    private static long nextId(Handle handle) {
        try {
            return Sequences.next(handle.getConnection(), "api_token_seq");
        } catch (SQLException e) {
            throw new StorageException("A token's id can't be made", e);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Row token = new Row(
                row.getString("prefix"),
                row.getString("digest"),
                row.getString("name"),
                Role.fromText(row.getString("roles")),
                Optional.ofNullable(row.getString("owner")),
                moment(row, "expires_at"),
                limit(row));
        return new Stored(
                row.getLong("id"),
                token,
                moment(row, "created_at").orElseThrow(),
                moment(row, "last_used_at"),
                moment(row, "revoked_at"));
    }

    private static Optional<PeopleLimit> limit(ResultSet row) throws SQLException {
        Long connection = row.getObject("limit_connection_id", Long.class);
        return connection == null
                ? Optional.empty()
                : Optional.of(new PeopleLimit(
                        connection, row.getString("limit_group_id"), row.getString("limit_group_name")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
