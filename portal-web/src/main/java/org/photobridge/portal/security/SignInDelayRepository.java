package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.photobridge.portal.platform.StorageException;

/** Stores failed tries to sign in, for all nodes, by a digest of the name that was typed. */
@ApplicationScoped
class SignInDelayRepository {
    /** How often a name failed, and until when it has to wait. */
    record Delay(int failures, Instant blockedUntil) {}

    private final DataSource dataSource;

    /** For the container's proxy only. */
    protected SignInDelayRepository() {
        this(null);
    }

    @Inject
    SignInDelayRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<Delay> find(String name) {
        String sql = "select failures, blocked_until from sign_in_delay where name_digest = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, digest(name));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(delay(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageException("Failed tries couldn't be read", e);
        }
    }

    void store(String name, Delay delay) {
        try (Connection connection = dataSource.getConnection()) {
            if (update(connection, name, delay) == 0) {
                insert(connection, name, delay);
            }
        } catch (SQLException e) {
            throw new StorageException("A failed try couldn't be stored", e);
        }
    }

    void clear(String name) {
        String sql = "delete from sign_in_delay where name_digest = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, digest(name));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("Failed tries couldn't be cleared", e);
        }
    }

    private static Delay delay(ResultSet row) throws SQLException {
        return new Delay(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant());
    }

    private static int update(Connection connection, String name, Delay delay) throws SQLException {
        String sql = "update sign_in_delay set failures = ?, blocked_until = ? where name_digest = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, delay.failures());
            update.setObject(2, delay.blockedUntil().atOffset(ZoneOffset.UTC));
            update.setString(3, digest(name));
            return update.executeUpdate();
        }
    }

    private static void insert(Connection connection, String name, Delay delay) throws SQLException {
        String sql = "insert into sign_in_delay (failures, blocked_until, name_digest) values (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setInt(1, delay.failures());
            insert.setObject(2, delay.blockedUntil().atOffset(ZoneOffset.UTC));
            insert.setString(3, digest(name));
            insert.executeUpdate();
        }
    }

    static String digest(String name) {
        try {
            byte[] bytes = PortalUserRepository.canonical(name).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
