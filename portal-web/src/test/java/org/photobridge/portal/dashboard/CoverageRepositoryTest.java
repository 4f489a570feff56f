package org.photobridge.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.dashboard.CoverageRepository.Day;
import org.photobridge.portal.dashboard.CoverageRepository.Subject;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.Limits;
import org.photobridge.portal.test.TestDatabase;

class CoverageRepositoryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Subject SUBJECT = new Subject(9, 1, 2);

    @BothDatabases
    void people_are_counted_by_condition_and_whoever_was_never_looked_at_is_unknown(TestDatabase database) {
        Jdbi jdbi = tenant(database);

        assertThat(new CoverageRepository(jdbi).now(SUBJECT))
                .containsExactlyInAnyOrderEntriesOf(Map.of("IN_SYNC", 2L, "UNKNOWN", 1L));
    }

    @BothDatabases
    void whoever_is_limited_to_a_group_counts_its_members(TestDatabase database) {
        CoverageRepository coverage = new CoverageRepository(tenant(database));

        Limits.helpdesk(database, "bob", "carl")
                .as(() -> assertThat(coverage.now(SUBJECT))
                        .containsExactlyInAnyOrderEntriesOf(Map.of("IN_SYNC", 1L, "UNKNOWN", 1L)));
    }

    @BothDatabases
    void a_day_has_one_count_and_the_last_one_holds(TestDatabase database) {
        Jdbi jdbi = tenant(database);
        CoverageRepository coverage = new CoverageRepository(jdbi);

        coverage.keep(DAY, SUBJECT);
        state(jdbi, "carl", "FAILED");
        coverage.keep(DAY, SUBJECT);
        coverage.keep(DAY.plusDays(1), SUBJECT);

        assertThat(coverage.since(DAY, 9))
                .containsExactly(
                        new Day(DAY, "FAILED", 1),
                        new Day(DAY, "IN_SYNC", 2),
                        new Day(DAY.plusDays(1), "FAILED", 1),
                        new Day(DAY.plusDays(1), "IN_SYNC", 2));
        assertThat(coverage.since(DAY.plusDays(1), 9)).hasSize(2);
        assertThat(coverage.since(DAY, 10)).isEmpty();
    }

    private static Jdbi tenant(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        person(jdbi, "anna", "Sales");
        person(jdbi, "bob", null);
        person(jdbi, "carl", "Sales");
        state(jdbi, "anna", "IN_SYNC");
        state(jdbi, "bob", "IN_SYNC");
        return jdbi;
    }

    private static void person(Jdbi jdbi, String id, String department) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into person (source_connection_id, account_id, display_name, department, facts, account,
                          search_text, first_seen_at, last_listed_at)
                        values (1, :id, :id, :department, '', '{}', :id, :now, :now)""")
                .bind("id", id)
                .bind("department", department)
                .bind("now", Instant.EPOCH)
                .execute());
    }

    private static void state(Jdbi jdbi, String id, String condition) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into photo_state (target_connection_id, target_key, version, plan_id,
                          source_connection_id, account_id, condition, settled, last_run_id, last_outcome,
                          last_checked_at)
                        values (2, :id, 1, 9, 1, :id, :condition, true, 1, 'UNCHANGED', :now)""")
                .bind("id", id)
                .bind("condition", condition)
                .bind("now", Instant.EPOCH)
                .execute());
    }
}
