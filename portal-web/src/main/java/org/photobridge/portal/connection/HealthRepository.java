package org.photobridge.portal.connection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.photobridge.portal.platform.StorageException;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.HealthStatus;
import org.photobridge.spi.LocalText;

/** Stores the last health report of each connection. */
final class HealthRepository {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final DataSource dataSource;

    HealthRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A text in the two languages of the portal. */
    record Words(String en, String id) {
        static Words of(LocalText text) {
            return new Words(text.get(Locale.ENGLISH), text.get(INDONESIAN));
        }

        LocalText text() {
            return LocalText.of(en).in("id", id);
        }
    }

    /**
     * One check as it is written.
     *
     * @param category null if the provider doesn't say it, and in what was written before checks had one
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Check(String code, Words label, HealthStatus status, Words detail, Words remedy, ErrorCategory category) {
        static Check of(HealthCheck check) {
            return new Check(
                    check.code(),
                    Words.of(check.label()),
                    check.status(),
                    Words.of(check.detail()),
                    Words.of(check.remedy()),
                    check.category().orElse(null));
        }

        HealthCheck check() {
            return new HealthCheck(
                    code, label.text(), status, detail.text(), remedy.text(), Optional.ofNullable(category));
        }
    }

    Optional<KnownHealth> find(long connectionId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select checked_at, report from connection_health where connection_id = ?")) {
            select.setLong(1, connectionId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new StorageException("The health of connection " + connectionId + " can't be read", e);
        }
    }

    void keep(long connectionId, KnownHealth health) {
        try (Connection connection = dataSource.getConnection()) {
            if (write(connection, UPDATE, connectionId, health) == 0) {
                write(connection, INSERT, connectionId, health);
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new StorageException("The health of connection " + connectionId + " can't be stored", e);
        }
    }

    void forget(long connectionId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from connection_health where connection_id = ?")) {
            delete.setLong(1, connectionId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("The health of connection " + connectionId + " can't be removed", e);
        }
    }

    private static final String UPDATE =
            "update connection_health set checked_at = ?, healthy = ?, report = ? where connection_id = ?";
    private static final String INSERT =
            "insert into connection_health (checked_at, healthy, report, connection_id) values (?, ?, ?, ?)";

    private static int write(Connection connection, String sql, long connectionId, KnownHealth health)
            throws SQLException, JsonProcessingException {
        List<Check> checks = health.report().checks().stream().map(Check::of).toList();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, health.at().atOffset(ZoneOffset.UTC));
            statement.setBoolean(2, health.report().isHealthy());
            statement.setString(3, JSON.writeValueAsString(checks));
            statement.setLong(4, connectionId);
            return statement.executeUpdate();
        }
    }

    private static KnownHealth read(ResultSet row) throws SQLException, JsonProcessingException {
        Instant at = row.getObject(1, OffsetDateTime.class).toInstant();
        List<Check> checks = JSON.readValue(row.getString(2), new TypeReference<List<Check>>() {});
        return new KnownHealth(
                new HealthReport(checks.stream().map(Check::check).toList()), at);
    }
}
