package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.platform.QueueTrial.Note;
import org.photobridge.portal.security.Caller;

/** Runs inside the container, on H2 and, as it is tagged, on PostgreSQL as well. */
@ArquillianTest
@Tag("postgres-too")
class TaskQueueIT {
    private static final int PATIENCE_SECONDS = 20;

    @Inject
    private QueueTrial trial;

    @Inject
    private TaskQueue queue;

    @Inject
    private TogetherTrial together;

    @Inject
    private DataSource dataSource;

    @Test
    void what_is_asked_for_is_done_with_its_data_soon_after_commit() throws InterruptedException, SQLException {
        Note note = new Note(1, "caf\u00e9");

        trial.ask(note);

        assertThat(trial.done().poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(note);
        assertThat(entries("trial.asked", note)).isEqualTo(1);
    }

    @Test
    void row_and_task_are_rolled_back_together() throws SQLException {
        Note note = new Note(2, "never");

        assertThatThrownBy(() -> trial.askAndFail(note)).hasMessageContaining("on purpose");

        assertThat(trial.isWaiting(note)).isFalse();
        assertThat(entries("trial.asked", note)).isZero();
    }

    @Test
    void a_change_and_its_entry_are_stored_together_and_rolled_back_together() {
        Caller.trusted(Actor.portal()).as(() -> {
            int days = together.days();
            long before = together.changesOfRetention();

            assertThatThrownBy(() -> together.changeAndFail("rolled-back", days + 1))
                    .hasMessageContaining("on purpose");

            assertThat(together.left("rolled-back")).isEqualTo("false " + days + " 0");
            assertThat(together.changesOfRetention()).isEqualTo(before);
            together.change("kept", days);
            assertThat(together.left("kept")).isEqualTo("true " + days + " 1");
            assertThat(together.changesOfRetention()).isEqualTo(before + 1);
            together.release("kept");
        });
    }

    @Test
    void an_entry_goes_through_the_connection_of_its_change() {
        Caller.trusted(Actor.portal()).as(() -> {
            assertThat(Set.copyOf(together.connections("by-one-way"))).hasSize(1);
            assertThat(together.connections("by-one-way-again")).hasSize(4);
            together.release("by-one-way");
            together.release("by-one-way-again");
        });
    }

    @Test
    void what_the_audit_cannot_take_does_not_happen() {
        Caller.trusted(Actor.portal()).as(() -> {
            int days = together.days();

            assertThatThrownBy(() -> together.changeWithoutAudit("unrecorded", days + 1))
                    .isInstanceOf(Exception.class);

            assertThat(together.left("unrecorded")).isEqualTo("false " + days + " 0");
            together.change("recorded-again", days);
            assertThat(together.left("recorded-again")).isEqualTo("true " + days + " 1");
            together.release("recorded-again");
        });
    }

    @Test
    void the_queue_runs_and_says_so() {
        assertThat(queue.isRunning()).isTrue();
    }

    private long entries(String action, Note note) throws SQLException {
        String sql = "select count(*) from audit_entry where action = ? and subject_id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, action);
            select.setString(2, Long.toString(note.number()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
