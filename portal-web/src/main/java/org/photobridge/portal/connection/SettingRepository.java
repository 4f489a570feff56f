package org.photobridge.portal.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.photobridge.portal.platform.StorageException;

/** Settings that concern the whole portal and outlive a start. */
final class SettingRepository {
    private final DataSource dataSource;
    private final Clock clock;

    SettingRepository(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    Optional<String> find(String name) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select setting_value from portal_setting where name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageException("The setting " + name + " can't be read", e);
        }
    }

    void put(String name, String value) {
        try (Connection connection = dataSource.getConnection()) {
            if (write(
                            connection,
                            "update portal_setting set setting_value = ?, changed_at = ? where name = ?",
                            name,
                            value)
                    == 0) {
                write(
                        connection,
                        "insert into portal_setting (setting_value, changed_at, name) values (?, ?, ?)",
                        name,
                        value);
            }
        } catch (SQLException e) {
            throw new StorageException("The setting " + name + " can't be stored", e);
        }
    }

    private int write(Connection connection, String sql, String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(3, name);
            return statement.executeUpdate();
        }
    }
}
