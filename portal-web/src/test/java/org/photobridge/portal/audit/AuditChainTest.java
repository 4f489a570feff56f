package org.photobridge.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.audit.AuditEntry.Subject;
import org.photobridge.portal.audit.AuditVerdict.Finding;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.portal.test.TestKeys;

class AuditChainTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456789Z");

    private final KeyRing keys = TestKeys.fresh();

    @BothDatabases
    void a_chain_that_nobody_touched_is_sound(TestDatabase database) {
        fill(database, 5);

        AuditVerdict verdict = verify(database);

        assertThat(verdict.finding()).isEqualTo(Finding.SOUND);
        assertThat(verdict.entries()).isEqualTo(5);
        assertThat(verdict.last()).isEqualTo(5);
    }

    @BothDatabases
    void an_empty_chain_is_sound(TestDatabase database) {
        assertThat(verify(database).finding()).isEqualTo(Finding.SOUND);
    }

    @BothDatabases
    void an_altered_entry_is_named_whatever_was_altered(TestDatabase database) {
        fill(database, 5);
        List.of(
                        "after_value = 'x'",
                        "reason = null",
                        "actor_name = 'bert'",
                        "subject_id = '8'",
                        "address = '10.0.0.1'",
                        "action = 'plan.deleted'",
                        "actor_kind = 'USER'",
                        "request_id = 'ffff'",
                        "at = timestamp with time zone '2026-01-01 12:00:01+00'",
                        "digest = 'ffff'",
                        "salt = null",
                        "erased_by = 5, erased_seal = 'ffff', salt = null")
                .forEach(change -> {
                    execute(database, "create table kept as select * from audit_entry where chain_number = 3");
                    execute(database, "update audit_entry set " + change + " where chain_number = 3");

                    AuditVerdict verdict = verify(database);

                    assertThat(verdict.finding()).as(change).isEqualTo(Finding.ALTERED);
                    assertThat(verdict.firstBad()).as(change).isEqualTo(3);
                    execute(database, "delete from audit_entry where chain_number = 3");
                    execute(database, "insert into audit_entry select * from kept");
                    execute(database, "drop table kept");
                    assertThat(verify(database).isSound()).isTrue();
                });
    }

    @BothDatabases
    void an_entry_that_was_taken_out_is_named(TestDatabase database) {
        fill(database, 5);

        execute(database, "delete from audit_entry where chain_number = 3");

        assertThat(verify(database)).extracting("finding", "firstBad").containsExactly(Finding.MISSING, 3L);
    }

    @BothDatabases
    void closing_the_gap_does_not_hide_it(TestDatabase database) {
        fill(database, 5);

        execute(database, "delete from audit_entry where chain_number = 3");
        execute(database, "update audit_entry set chain_number = 3 where chain_number = 4");
        execute(database, "update audit_entry set chain_number = 4 where chain_number = 5");

        assertThat(verify(database)).extracting("finding", "firstBad").containsExactly(Finding.ALTERED, 3L);
    }

    @BothDatabases
    void the_newest_entries_are_missed_even_if_the_end_is_moved_back(TestDatabase database) {
        fill(database, 5);
        execute(database, "delete from audit_entry where chain_number >= 4");
        assertThat(verify(database)).extracting("finding", "firstBad").containsExactly(Finding.LAST_MISSING, 4L);

        execute(
                database,
                "update audit_head set last_number = 3, last_link = (select link from audit_entry where chain_number = 3)");
        assertThat(verify(database).finding()).isEqualTo(Finding.END_ALTERED);
    }

    @BothDatabases
    void a_wrong_end_is_not_made_good_by_the_next_entry(TestDatabase database) {
        fill(database, 5);
        execute(database, "delete from audit_entry where chain_number >= 4");
        execute(
                database,
                "update audit_head set last_number = 3, last_link = (select link from audit_entry where chain_number = 3)");

        fill(database, 1);

        assertThat(verify(database).finding()).isEqualTo(Finding.END_ALTERED);
    }

    @BothDatabases
    void entries_that_were_put_in_are_found(TestDatabase database) {
        fill(database, 5);
        String columns =
                "at, actor_kind, actor_name, action, subject_kind, subject_id, subject_name, salt, digest, link, key_id";
        String copy = " (id, chain_number, " + columns + ") select 9000, %s, " + columns
                + " from audit_entry where chain_number = 2";

        execute(database, "insert into audit_entry" + String.format(copy, "6"));
        assertThat(verify(database)).extracting("finding", "firstBad").containsExactly(Finding.INSERTED, 6L);

        execute(database, "update audit_entry set chain_number = null where chain_number = 6");
        assertThat(verify(database).finding()).isEqualTo(Finding.INSERTED);
    }

    @BothDatabases
    void a_foreign_key_cannot_seal_and_a_lost_one_is_said_so(TestDatabase database) {
        fill(database, 2);

        assertThat(new AuditVerification(database.dataSource(), TestKeys.fresh()).verify())
                .extracting("finding", "firstBad")
                .containsExactly(Finding.KEY_MISSING, 1L);
    }

    @BothDatabases
    void the_chain_goes_on_with_a_new_key(TestDatabase database) {
        String old = KeyRing.newKey();
        String fresh = KeyRing.newKey();
        audit(database, TestKeys.of(old)).record(entry(1));
        audit(database, TestKeys.of(fresh, old)).record(entry(2));

        assertThat(new AuditVerification(database.dataSource(), TestKeys.of(fresh, old))
                        .verify()
                        .finding())
                .isEqualTo(Finding.SOUND);
    }

    @BothDatabases
    void entries_from_before_the_chain_are_taken_into_it(TestDatabase database) {
        execute(database, """
                insert into audit_entry (id, at, actor_kind, actor_name, action) values
                (nextval('audit_entry_seq'), timestamp with time zone '2025-01-01 12:00:00+00', 'USER', 'anna', 'user.signed-in')""");

        fill(database, 1);

        assertThat(verify(database)).extracting("finding", "entries").containsExactly(Finding.SOUND, 2L);
    }

    @BothDatabases
    void texts_that_a_database_would_change_are_stored_so_that_they_verify(TestDatabase database) {
        audit(database, keys)
                .record(AuditEntry.of("x", new Subject("user", "\0\ud800", "\ud83d\ude00".repeat(200)))
                        .change("", "b")
                        .because("c".repeat(999) + "\ud83d\ude00"));

        assertThat(verify(database).finding()).isEqualTo(Finding.SOUND);
    }

    @BothDatabases
    void many_at_once_make_one_chain_without_a_gap(TestDatabase database) throws Exception {
        Audit audit = audit(database, keys);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = IntStream.range(0, 80)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> audit.record(entry(i))))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(verify(database)).extracting("finding", "entries", "last").containsExactly(Finding.SOUND, 80L, 80L);
    }

    @BothDatabases
    void what_is_rolled_back_leaves_no_gap(TestDatabase database) {
        fill(database, 1);
        AuditChain chain = new AuditChain(new AuditSeals(keys));
        Jdbi jdbi = Jdbi.create(database.dataSource());
        AuditRow row = AuditRow.of(entry(2), Origin.current(), java.util.Optional.empty(), NOON);

        assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
                    chain.append(handle, row);
                    throw new IllegalStateException("the change failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        fill(database, 1);

        assertThat(verify(database)).extracting("finding", "last").containsExactly(Finding.SOUND, 2L);
    }

    private void fill(TestDatabase database, int entries) {
        Audit audit = audit(database, keys);
        IntStream.rangeClosed(1, entries).forEach(i -> audit.record(entry(i)));
    }

    private static AuditEntry entry(int i) {
        return AuditEntry.of("plan.changed", new Subject("plan", "7", "Everybody"))
                .change("daily", "hourly " + i)
                .because("asked for");
    }

    private static Audit audit(TestDatabase database, KeyRing with) {
        return new Audit(database.dataSource(), Clock.fixed(NOON, ZoneOffset.UTC), with);
    }

    private AuditVerdict verify(TestDatabase database) {
        return new AuditVerification(database.dataSource(), keys).verify();
    }

    private static void execute(TestDatabase database, String sql) {
        Jdbi.create(database.dataSource()).useHandle(handle -> handle.execute(sql));
    }
}
