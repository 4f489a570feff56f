package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.engine.RunSummary;

class BreakdownTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @SuppressWarnings("serial")
    private static JdbiException fault(String state) {
        return new JdbiException("no answer", new SQLException("told so", state)) {};
    }

    @Test
    void a_run_that_loses_its_database_goes_on_by_itself() {
        for (String state : new String[] {"08006", "57P01", "40001", "HYT00", "90067"}) {
            RunSummary summary = Breakdown.of(fault(state), 0, NOON);

            assertThat(summary.state()).as(state).isEqualTo(RunState.WAITING);
            assertThat(summary.resumeAt().orElseThrow()).isAfter(NOON);
            assertThat(summary.reason()).contains("portal-database-fault");
        }
    }

    @Test
    void a_run_that_never_gets_on_ends() {
        assertThat(Breakdown.of(fault("08006"), 12, NOON).state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void anything_else_is_a_defect() {
        assertThat(Breakdown.of(fault("42601"), 0, NOON).reason()).contains("portal-defect");
        assertThat(Breakdown.of(new IllegalStateException("odd"), 0, NOON).state())
                .isEqualTo(RunState.FAILED);
    }
}
