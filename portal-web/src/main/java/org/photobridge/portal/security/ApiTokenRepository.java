package org.photobridge.portal.security;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.photobridge.portal.platform.Sequences;
import org.photobridge.portal.platform.StorageException;

/** Stores API tokens as digests. */
final class ApiTokenRepository {
    private static final String INSERT =
            "insert into api_token (id, prefix, digest, name, roles, created_by, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";
    private static final String FIND =
            "select prefix, digest, name, roles, limit_connection_id, limit_group_id, limit_group_name from api_token"
                    + " where prefix = ? and revoked_at is null and (expires_at is null or expires_at > ?)";

    private final DataSource dataSource;

    ApiTokenRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A token without itself. */
    record Row(String prefix, String digest, String name, Set<Role> roles, Optional<PeopleLimit> limit) {}

    void add(Row row, String creator, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, Sequences.next(connection, "api_token_seq"));
            insert.setString(2, row.prefix());
            insert.setString(3, row.digest());
            insert.setString(4, row.name());
            insert.setString(5, Role.toText(row.roles()));
            insert.setString(6, creator);
            insert.setObject(7, utc(now));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("The API token " + row.name() + " can't be stored", e);
        }
    }

    /** A token that is neither revoked nor expired. */
    Optional<Row> find(String prefix, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, prefix);
            select.setObject(2, utc(now));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageException("API tokens can't be read", e);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Role.fromText(row.getString(4)),
                limit(row.getObject(5, Long.class), row));
    }

    private static Optional<PeopleLimit> limit(Long connection, ResultSet row) throws SQLException {
        return connection == null
                ? Optional.empty()
                : Optional.of(new PeopleLimit(connection, row.getString(6), row.getString(7)));
    }

    void used(String prefix, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update api_token set last_used_at = ? where prefix = ?")) {
            update.setObject(1, utc(now));
            update.setString(2, prefix);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("The API token's use can't be noted", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
