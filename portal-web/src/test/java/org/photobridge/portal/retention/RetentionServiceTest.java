package org.photobridge.portal.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.audit.AuditEntry.Subject;
import org.photobridge.portal.audit.AuditPruning;
import org.photobridge.portal.audit.AuditVerdict;
import org.photobridge.portal.audit.AuditVerification;
import org.photobridge.portal.job.BeforeImageRepository;
import org.photobridge.portal.job.HistoryRepository;
import org.photobridge.portal.platform.Keeping;
import org.photobridge.portal.platform.KeepingRepository;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.SecretBox;
import org.photobridge.portal.security.AccessRefusedException;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.portal.test.TestKeys;

class RetentionServiceTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final KeyRing keys = TestKeys.fresh();

    @BothDatabases
    void what_is_older_than_it_is_kept_is_removed_and_counted(TestDatabase database) {
        fill(database);

        Map<String, Integer> removed = apply(database, START.plus(Duration.ofDays(401)));

        assertThat(removed)
                .containsEntry("previous pictures", 1)
                .containsEntry("results", 1)
                .containsEntry("runs", 0)
                .containsEntry("failed sign-ins", 2)
                .containsEntry("health reports", 1)
                .containsEntry("audit entries", 0);
        assertThat(one(database, "select after_value from audit_entry where action = 'retention.applied'"))
                .isEqualTo("previous pictures=1, results=1, failed sign-ins=2, health reports=1");
    }

    @BothDatabases
    void what_was_removed_before_something_failed_is_recorded(TestDatabase database) {
        fill(database);
        execute(database, "drop table connection_health");

        assertThatThrownBy(() -> apply(database, START.plus(Duration.ofDays(401))))
                .isInstanceOf(RuntimeException.class);

        assertThat(one(database, "select after_value from audit_entry where action = 'retention.applied'"))
                .isEqualTo("previous pictures=1, results=1, failed sign-ins=2");
    }

    @BothDatabases
    void nothing_young_is_touched_and_then_nothing_is_recorded(TestDatabase database) {
        fill(database);

        Map<String, Integer> removed = apply(database, START.plus(Duration.ofDays(1)));

        assertThat(removed.values()).containsOnly(0);
        assertThat(one(database, "select count(*) from audit_entry where action = 'retention.applied'"))
                .isEqualTo("0");
    }

    @BothDatabases
    void runs_go_much_later_but_never_the_last_complete_listing(TestDatabase database) {
        fill(database);

        apply(database, START.plus(Duration.ofDays(3651)));

        assertThat(one(database, "select min(id) from run")).isEqualTo("2");
        assertThat(one(database, "select count(*) from sync_request")).isEqualTo("1");
    }

    @BothDatabases
    void the_audit_is_cut_and_the_rest_still_verifies(TestDatabase database) {
        audit(database, START);
        audit(database, START.plus(Duration.ofDays(1)));
        audit(database, START.plus(Duration.ofDays(900)));

        Map<String, Integer> removed = apply(database, START.plus(Duration.ofDays(1100)));

        assertThat(removed).containsEntry("audit entries", 2);
        AuditVerdict verdict = verify(database);
        assertThat(verdict.isSound()).isTrue();
        assertThat(verdict.first()).isEqualTo(3);
        assertThat(verdict.last()).isEqualTo(4);
        execute(database, "delete from audit_entry where chain_number = 3");
        assertThat(verify(database).finding()).isEqualTo(AuditVerdict.Finding.MISSING);
    }

    @BothDatabases
    void moving_the_cut_by_hand_is_found(TestDatabase database) {
        audit(database, START);
        audit(database, START.plus(Duration.ofDays(1)));
        audit(database, START.plus(Duration.ofDays(2)));

        execute(
                database,
                "update audit_head set cut_number = 1, cut_link = (select link from audit_entry where chain_number = 1)");
        execute(database, "delete from audit_entry where chain_number = 1");

        assertThat(verify(database).finding()).isEqualTo(AuditVerdict.Finding.END_ALTERED);
    }

    @BothDatabases
    void an_audit_that_does_not_verify_is_kept_as_proof(TestDatabase database) {
        audit(database, START);
        audit(database, START.plus(Duration.ofDays(1)));
        execute(database, "update audit_entry set reason = 'x' where chain_number = 1");

        Map<String, Integer> removed = apply(database, START.plus(Duration.ofDays(2000)));

        assertThat(removed).containsEntry("audit entries", 0);
        assertThat(one(database, "select after_value from audit_entry where action = 'retention.audit-kept'"))
                .isEqualTo("ALTERED 1");
    }

    @BothDatabases
    void a_choice_holds_for_what_is_kept_already_and_is_recorded(TestDatabase database) {
        fill(database);

        admin().as(() -> service(database, START).save(Map.of(Keeping.PREVIOUS_PICTURES, 90)));

        assertThat(apply(database, START.plus(Duration.ofDays(89)))).containsEntry("previous pictures", 0);
        assertThat(apply(database, START.plus(Duration.ofDays(91)))).containsEntry("previous pictures", 1);
        assertThat(one(database, "select before_value from audit_entry where action = 'retention.changed'"))
                .contains("PREVIOUS_PICTURES=30");
        assertThat(one(database, "select after_value from audit_entry where action = 'retention.changed'"))
                .contains("PREVIOUS_PICTURES=90");
    }

    @BothDatabases
    void senseless_values_and_strangers_are_refused(TestDatabase database) {
        RetentionService service = service(database, START);

        assertThatThrownBy(() -> admin().as(() -> service.save(Map.of(Keeping.AUDIT, 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> service.save(Map.of())).isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(service::apply).isInstanceOf(AccessRefusedException.class);
    }

    private Map<String, Integer> apply(TestDatabase database, Instant now) {
        return admin().asking(() -> service(database, now).apply());
    }

    private RetentionService service(TestDatabase database, Instant now) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        KeepingRepository keeping = new KeepingRepository(jdbi, clock, name -> Optional.empty());
        BeforeImageRepository pictures = new BeforeImageRepository(jdbi, new SecretBox(keys), clock, keeping);
        Removal removal = new Removal(
                keeping,
                pictures,
                new HistoryRepository(jdbi),
                new RetentionRepository(jdbi),
                new AuditPruning(database.dataSource(), keys),
                clock);
        return new RetentionService(keeping, pictures, removal, new Audit(database.dataSource(), clock, keys));
    }

    private void audit(TestDatabase database, Instant at) {
        new Audit(database.dataSource(), Clock.fixed(at, ZoneOffset.UTC), keys)
                .record(AuditEntry.of("x", new Subject("plan", "7", "Everybody")));
    }

    private AuditVerdict verify(TestDatabase database) {
        return new AuditVerification(database.dataSource(), keys).verify();
    }

    private static Caller admin() {
        return Caller.trusted(Actor.portal());
    }

    private static String one(TestDatabase database, String sql) {
        return Jdbi.create(database.dataSource())
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private static void execute(TestDatabase database, String sql) {
        Jdbi.create(database.dataSource()).useHandle(handle -> handle.execute(sql));
    }

    private static void fill(TestDatabase database) {
        String at = "timestamp with time zone '2026-01-01 12:00:00+00'";
        String later = "timestamp with time zone '2026-01-31 12:00:00+00'";
        for (String sql : SQL.split(";\\n")) {
            execute(database, sql.replace("$AT", at).replace("$LATER", later));
        }
    }

    private static final String SQL = """
            insert into provider_connection (id, version, name, provider_id, role, proxy, extra_ca, confirmed_route, changed_at)
              values (1, 1, 'A', 'a', 'SOURCE', '', '', '', $AT);
            insert into connection_health (connection_id, checked_at, healthy, report) values (1, $AT, true, '{}');
            insert into sign_in_delay (name_digest, failures, blocked_until) values ('x', 5, $AT);
            insert into sign_in_address (address_digest, window_began_at, tries) values ('x', $AT, 5);
            insert into sync_request (id, plan_id, kind, scope_kind, scope, scope_label, lane, trigger_kind, actor_name,
              replace_anyway, approved, requested_at, run_id)
              values (1, 1, 'SYNC', 'ALL', '[]', '', 'BULK', 'PERSON', 'admin', false, false, $AT, 1),
              (2, 1, 'SYNC', 'ALL', '[]', '', 'BULK', 'PERSON', 'admin', false, false, $AT, 2);
            insert into run (id, request_id, plan_id, plan_name, kind, lane, scope_kind, scope_label, trigger_kind, actor_name,
              state, epoch, requested_at, finished_at, counts, listed, times_waited, cancel_requested, pause_requested)
              values (1, 1, 1, 'Everybody', 'SYNC', 'BULK', 'ALL', '', 'PERSON', 'admin', 'SUCCEEDED', 1, $AT, $AT, '{}', 500,
              0, false, false), (2, 2, 1, 'Everybody', 'SYNC', 'BULK', 'ALL', '', 'PERSON', 'admin', 'SUCCEEDED', 1, $AT, $AT,
              '{}', 500, 0, false, false);
            insert into run_outcome (run_id, account_id, display_name, outcome, condition, at)
              values (1, 'anna', 'Anna', 'FAILED', 'FAILED', $AT);
            insert into before_image (run_id, account_id, target_connection_id, target_key, sealed, size_bytes, taken_at, keep_until)
              values (1, 'anna', 2, 'anna', cast('x' as bytea), 1, $AT, $LATER);
            """;
}
