package org.photobridge.portal.boundary;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What the audit says, read where it lies. */
record AuditSeen(String action, String actor, String address, String subject, String reason) {

    /** Entries with this action, oldest first. */
    static List<AuditSeen> of(DataSource dataSource, String action) throws SQLException {
        return where(dataSource, "action", action);
    }

    /** Entries from this address. */
    static List<AuditSeen> from(DataSource dataSource, String address) throws SQLException {
        return where(dataSource, "address", address);
    }

    private static List<AuditSeen> where(DataSource dataSource, String column, String value) throws SQLException {
        String sql = "select action, actor_name, address, subject_name, reason from audit_entry where " + column
                + " = ? order by at, id";
        List<AuditSeen> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, value);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new AuditSeen(
                            row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                }
            }
        }
        return found;
    }
}
