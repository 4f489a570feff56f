package org.photobridge.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.photobridge.portal.audit.AuditEntry.Subject;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.portal.test.TestKeys;

class AuditTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @BothDatabases
    void an_entry_says_who_did_what_to_what_and_why(TestDatabase database) throws SQLException {
        Audit audit = new Audit(database.dataSource(), Clock.fixed(NOON, ZoneOffset.UTC), TestKeys.fresh());
        Origin.Scope scope = Origin.bind(new Origin(Actor.user("anna"), Optional.of("127.0.0.1")));
        try {
            audit.record(AuditEntry.of("plan.changed", new Subject("plan", "7", "Everybody"))
                    .change("daily", "hourly")
                    .because("asked for"));
        } finally {
            scope.close();
        }

        assertThat(lastRow(database))
                .isEqualTo("USER anna 127.0.0.1 plan.changed plan 7 Everybody daily hourly asked for");
    }

    @BothDatabases
    void a_value_that_is_too_long_is_cut_and_not_refused(TestDatabase database) throws SQLException {
        Audit audit = new Audit(database.dataSource(), Clock.fixed(NOON, ZoneOffset.UTC), TestKeys.fresh());

        audit.record(AuditEntry.of("x", new Subject("plan", "7", "y")).change("a".repeat(9000), "b"));

        assertThat(lastRow(database)).contains("a".repeat(3999) + "\u2026");
    }

    private static String lastRow(TestDatabase database) throws SQLException {
        String sql = "select concat_ws(' ', actor_kind, actor_name, address, action, subject_kind, subject_id, "
                + "subject_name, before_value, after_value, reason) from audit_entry order by id desc";
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
