package org.photobridge.portal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.photobridge.portal.platform.Sequences;
import org.photobridge.portal.platform.StorageException;

/** The audit's table: rows are added, never changed or removed. */
final class AuditRepository {
    private static final String INSERT = """
            insert into audit_entry (id, at, actor_kind, actor_name, address, request_id, action,
                subject_kind, subject_id, subject_name, before_value, after_value, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int VALUE = 4000;
    private static final int NAME = 300;
    private static final int REASON = 1000;

    private final DataSource dataSource;

    AuditRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void append(AuditEntry entry, Origin origin, Optional<String> requestId, Instant at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, Sequences.next(connection, "audit_entry_seq"));
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setString(3, origin.actor().kind().name());
            insert.setString(4, origin.actor().name());
            insert.setString(5, origin.address().orElse(null));
            insert.setString(6, requestId.orElse(null));
            insert.setString(7, entry.action());
            insert.setString(8, entry.subject().kind());
            insert.setString(9, entry.subject().id());
            insert.setString(10, cut(entry.subject().name(), NAME));
            insert.setString(11, entry.before().map(text -> cut(text, VALUE)).orElse(null));
            insert.setString(12, entry.after().map(text -> cut(text, VALUE)).orElse(null));
            insert.setString(13, entry.reason().map(text -> cut(text, REASON)).orElse(null));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("The audit entry couldn't be stored", e);
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "\u2026";
    }
}
