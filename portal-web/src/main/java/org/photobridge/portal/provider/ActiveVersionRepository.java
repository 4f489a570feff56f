package org.photobridge.portal.provider;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.photobridge.portal.platform.StorageException;

/** Stores which version of each provider is in use, once for all nodes. */
final class ActiveVersionRepository {
    private final DataSource dataSource;
    private final Clock clock;

    ActiveVersionRepository(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Versions by provider id. */
    Map<String, String> all() {
        Map<String, String> versions = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select provider_id, version from provider_active");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                versions.put(rows.getString(1), rows.getString(2));
            }
            return versions;
        } catch (SQLException e) {
            throw new StorageException("The active provider versions can't be read", e);
        }
    }

    /** Makes a version the one in use. */
    void activate(ProviderKey key) {
        try (Connection connection = dataSource.getConnection()) {
            if (write(connection, "update provider_active set version = ?, changed_at = ? where provider_id = ?", key)
                    == 0) {
                write(
                        connection,
                        "insert into provider_active (version, changed_at, provider_id) values (?, ?, ?)",
                        key);
            }
        } catch (SQLException e) {
            throw new StorageException("The active version of " + key + " can't be stored", e);
        }
    }

    private int write(Connection connection, String sql, ProviderKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.version());
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(3, key.id());
            return statement.executeUpdate();
        }
    }
}
