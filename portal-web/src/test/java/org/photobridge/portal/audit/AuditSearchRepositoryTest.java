package org.photobridge.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.photobridge.portal.audit.AuditEntry.Subject;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.portal.test.TestKeys;

class AuditSearchRepositoryTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final KeyRing keys = TestKeys.fresh();

    @BothDatabases
    void entries_are_found_by_whatever_is_asked_the_newest_first(TestDatabase database) {
        fill(database);

        assertThat(found(database, AuditFilter.ALL)).containsExactly(3L, 2L, 1L);
        assertThat(found(database, of("ANN", "", "", ""))).containsExactly(2L, 1L);
        assertThat(found(database, of("", "plan.changed", "", ""))).containsExactly(2L);
        assertThat(found(database, of("", "", "p-1", ""))).containsExactly(1L);
        assertThat(found(database, of("", "", "every%", ""))).containsExactly(2L);
        assertThat(found(database, of("", "", "", "HOURLY"))).containsExactly(2L);
        assertThat(found(database, of("", "", "", "10.0.0.1"))).containsExactly(2L, 1L);
        assertThat(found(database, of("anna", "plan.changed", "every", "daily")))
                .containsExactly(2L);
        assertThat(found(
                        database,
                        new AuditFilter(
                                Optional.of(NOON.plusSeconds(60)), Optional.of(NOON.plusSeconds(120)), "", "", "", "")))
                .containsExactly(2L);
    }

    @BothDatabases
    void pages_follow_each_other_without_a_repetition(TestDatabase database) {
        fill(database);
        AuditSearchRepository search = new AuditSearchRepository(database.dataSource());

        assertThat(search.find(AuditFilter.ALL, 1, 1))
                .extracting(AuditRow::number)
                .containsExactly(2L);
        assertThat(search.before(AuditFilter.ALL, 3, 5))
                .extracting(AuditRow::number)
                .containsExactly(2L, 1L);
        assertThat(search.actions()).containsExactly("person.protected", "plan.changed", "run.ended");
        assertThat(search.row(2).orElseThrow().after()).contains("hourly");
    }

    private void fill(TestDatabase database) {
        Origin anna = new Origin(Actor.user("Anna"), Optional.of("10.0.0.1"));
        record(database, anna, 0, AuditEntry.of("person.protected", new Subject("person", "p-1", "Bert")));
        record(
                database,
                anna,
                60,
                AuditEntry.of("plan.changed", new Subject("plan", "7", "Every%body"))
                        .change("daily", "hourly"));
        record(
                database,
                new Origin(Actor.portal(), Optional.empty()),
                120,
                AuditEntry.of("run.ended", new Subject("run", "8", "Everybody else")));
    }

    private void record(TestDatabase database, Origin origin, long later, AuditEntry entry) {
        Clock clock = Clock.offset(Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofSeconds(later));
        Origin.Scope scope = Origin.bind(origin);
        new Audit(database.dataSource(), clock, keys).record(entry);
        scope.close();
    }

    private static AuditFilter of(String actor, String action, String subject, String text) {
        return new AuditFilter(Optional.empty(), Optional.empty(), actor, action, subject, text);
    }

    private static List<Long> found(TestDatabase database, AuditFilter filter) {
        AuditSearchRepository search = new AuditSearchRepository(database.dataSource());
        List<Long> numbers =
                search.find(filter, 0, 10).stream().map(AuditRow::number).toList();
        assertThat(search.count(filter)).isEqualTo(numbers.size());
        return numbers;
    }
}
