package org.photobridge.portal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.audit.AuditEntry.Subject;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.Migrations;
import org.photobridge.portal.platform.RefusedStartException;

class VerifyAuditCommandTest {
    private static final String HOME = "photobridge.home";

    @TempDir
    Path folder;

    private JdbcDataSource database;

    @BeforeEach
    void a_portal_has_run_here() {
        Home home = Home.open(folder.resolve("home").toString());
        System.setProperty(HOME, home.toString());
        database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + home + "/database/photobridge");
        database.setUser("photobridge");
        database.setPassword("photobridge");
        new Migrations(database, home, Clock.systemUTC()).run();
        Audit audit = new Audit(database, Clock.systemUTC(), KeyRing.of(Optional.empty(), home));
        for (int i = 0; i < 5; i++) {
            audit.record(AuditEntry.of("plan.changed", new Subject("plan", "7", "Everybody")));
        }
    }

    @AfterEach
    void forget_settings() {
        System.clearProperty(HOME);
    }

    @Test
    void a_sound_audit_is_called_so_with_what_to_write_down() throws Exception {
        assertThat(Commands.run(List.of("verify-audit")))
                .contains("All 5 entries (1 to 5) are as they were recorded.")
                .containsPattern("write this down: 5 [0-9a-f]{64}");
    }

    @Test
    void an_altered_entry_is_named() {
        sql("update audit_entry set actor_name = 'nobody' where chain_number = 3");

        assertThatThrownBy(() -> Commands.run(List.of("verify-audit")))
                .isInstanceOf(UnsoundException.class)
                .hasMessageStartingWith("Entry 3 isn't what was recorded");
    }

    @Test
    void a_removed_entry_is_named() {
        sql("delete from audit_entry where chain_number = 4");

        assertThatThrownBy(() -> Commands.run(List.of("verify-audit")))
                .isInstanceOf(UnsoundException.class)
                .hasMessageStartingWith("Entry 4 is missing");
    }

    @Test
    void where_no_portal_was_there_is_nothing_to_verify() {
        System.setProperty(HOME, folder.resolve("nowhere").toString());

        assertThatThrownBy(() -> Commands.run(List.of("verify-audit"))).isInstanceOf(RefusedStartException.class);
    }

    @Test
    void a_running_portal_is_asked_to_stop_first() throws Exception {
        try (var open = database.getConnection()) {
            assertThat(open.isValid(1)).isTrue();

            assertThatThrownBy(() -> Commands.run(List.of("verify-audit")))
                    .isInstanceOf(RefusedStartException.class)
                    .hasMessageContaining("Stop it first");
        }
    }

    private void sql(String statement) {
        Jdbi.create(database).useHandle(handle -> handle.execute(statement));
    }
}
