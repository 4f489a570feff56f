package org.photobridge.portal.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Remembers which encryption keys the database was written with, so that a lost or foreign key is noticed at start
 * and not when a secret is needed.
 */
final class KeyCheckRepository {
    private final DataSource dataSource;
    private final Clock clock;

    KeyCheckRepository(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    void check(KeyRing keys) {
        try (Connection connection = dataSource.getConnection()) {
            Set<String> used = used(connection);
            Set<String> missing = new TreeSet<>(used);
            missing.removeAll(keys.ids());
            if (!missing.isEmpty()) {
                throw new RefusedStartException("The database holds secrets sealed with encryption key "
                        + String.join(", ", missing) + ", which this portal doesn't have. Put that key back: the file "
                        + "encryption.key of the home folder, or photobridge.encryption.key.");
            }
            if (!used.contains(keys.currentId())) {
                insert(connection, keys.currentId());
            }
        } catch (SQLException e) {
            throw new RefusedStartException("The encryption key couldn't be checked: " + e.getMessage(), e);
        }
    }

    private static Set<String> used(Connection connection) throws SQLException {
        Set<String> used = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement("select key_id from encryption_key");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                used.add(rows.getString(1));
            }
        }
        return used;
    }

    private void insert(Connection connection, String keyId) throws SQLException {
        String sql = "insert into encryption_key (key_id, first_used_at) values (?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, keyId);
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
