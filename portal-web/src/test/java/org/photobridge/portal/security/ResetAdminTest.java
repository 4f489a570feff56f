package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.RefusedStartException;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.Databases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.portal.test.TestKeys;

class ResetAdminTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    private final KeyRing keys = TestKeys.fresh();

    @BothDatabases
    void an_account_is_made_where_there_is_none_and_reset_where_there_is_one(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());

        String first = ResetAdmin.reset(database.dataSource(), keys, NOON);
        jdbi.useHandle(handle -> handle.execute("update portal_user set enabled = false, must_change_password = false,"
                + " roles = 'VIEWER', limit_connection_id = 1, limit_group_id = 'g', limit_group_name = 'G'"));
        String second = ResetAdmin.reset(database.dataSource(), keys, NOON);

        Map<String, Object> admin = jdbi.withHandle(handle ->
                handle.createQuery("select * from portal_user").mapToMap().one());
        assertThat(admin)
                .containsEntry("name", "admin")
                .containsEntry("roles", "ADMIN,PROVIDER_ADMIN")
                .containsEntry("enabled", true)
                .containsEntry("must_change_password", true)
                .containsEntry("limit_connection_id", null);
        PasswordHash hash = PasswordHash.parse((String) admin.get("password_hash"));
        assertThat(hash.matches(second.toCharArray())).isTrue();
        assertThat(hash.matches(first.toCharArray())).isFalse();
    }

    @BothDatabases
    void it_is_in_the_audit_without_the_password(TestDatabase database) {
        String password = ResetAdmin.reset(database.dataSource(), keys, NOON);

        Map<String, Object> entry = Jdbi.create(database.dataSource())
                .withHandle(handle -> handle.createQuery("select action, reason, after_value from audit_entry")
                        .mapToMap()
                        .one());
        assertThat(entry).containsEntry("action", "user.created").containsEntry("reason", "reset-admin on the machine");
        assertThat(entry.toString()).doesNotContain(password);
    }

    @Test
    void a_database_without_tables_is_told_in_words() {
        assertThatThrownBy(() -> ResetAdmin.reset(Databases.freshH2(), keys, NOON))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("Start this version of Photobridge once");
    }
}
