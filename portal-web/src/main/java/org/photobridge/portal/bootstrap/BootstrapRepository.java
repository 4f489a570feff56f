package org.photobridge.portal.bootstrap;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.photobridge.portal.platform.StorageException;

/** Stores which bootstrap file was applied, and when. */
final class BootstrapRepository {
    private final DataSource dataSource;

    BootstrapRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A file that was applied. */
    record Applied(String digest, Instant at) {}

    Optional<Applied> find() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select digest, applied_at from bootstrap_applied");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Applied(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant()))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new StorageException("Whether a bootstrap file was applied can't be read", e);
        }
    }

    void applied(BootstrapFile file, Instant at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into bootstrap_applied (digest, file_name, applied_at) values (?, ?, ?)")) {
            insert.setString(1, file.digest());
            insert.setString(2, file.path().toString());
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("The bootstrap file can't be noted as applied", e);
        }
    }
}
