package org.photobridge.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.audit.AuditEntry.Subject;
import org.photobridge.portal.audit.AuditErasure;
import org.photobridge.portal.audit.AuditVerdict.Finding;
import org.photobridge.portal.audit.AuditVerification;
import org.photobridge.portal.engine.Rules;
import org.photobridge.portal.job.SeenPeopleRepository;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.Who;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.security.AccessRefusedException;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.portal.test.TestKeys;
import org.photobridge.spi.Account;
import org.photobridge.spi.IdentifierType;

class PersonErasureTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String ID = "0a1b2c3d-0000-4000-8000-00000000abcd";
    private static final List<String> NAMES =
            List.of(ID, "Anna Berg", "Anna Maiden", "anna.berg@contoso.example", "anna@mail.example", "oid-4711-anna");

    private final KeyRing keys = TestKeys.fresh();
    private final LiveReadings readings = new LiveReadings(new AtOnce(), clock());
    private final ViewedPictures viewed = new ViewedPictures(clock());

    @BothDatabases
    void after_erasing_no_text_in_any_table_names_the_person(TestDatabase database) {
        fill(database);
        assertThat(named(database)).isNotEmpty();

        erase(database, false);

        assertThat(named(database)).isEmpty();
    }

    @BothDatabases
    void history_keeps_one_pseudonym_and_the_other_people(TestDatabase database) {
        fill(database);

        erase(database, false);

        Jdbi jdbi = Jdbi.create(database.dataSource());
        String pseudonym = one(jdbi, "select account_id from run_outcome where account_id like 'person-%'");
        assertThat(one(jdbi, "select subject_id from audit_entry where action = 'person.protected'"))
                .isEqualTo(pseudonym);
        assertThat(one(jdbi, "select subject_name from audit_entry where action = 'person.erased'"))
                .isEqualTo(pseudonym);
        assertThat(one(jdbi, "select scope_label from run where id = 1")).isEqualTo(pseudonym);
        assertThat(one(jdbi, "select after_value from audit_entry where action = 'plan.changed'"))
                .contains("bert-1=Annabel Berg")
                .contains(pseudonym + "=" + pseudonym);
        assertThat(one(jdbi, "select display_name from person")).isEqualTo("Annabel Berg");
        assertThat(one(jdbi, "select reason from audit_entry where action = 'person.erased'"))
                .isEqualTo(pseudonym + " asked for it");
    }

    @BothDatabases
    void the_audit_still_verifies_and_what_is_left_is_sealed(TestDatabase database) {
        fill(database);
        erase(database, false);

        assertThat(new AuditVerification(database.dataSource(), keys).verify().finding())
                .isEqualTo(Finding.SOUND);

        execute(database, "update audit_entry set subject_name = 'Bert' where action = 'person.protected'");
        assertThat(new AuditVerification(database.dataSource(), keys).verify().finding())
                .isEqualTo(Finding.ALTERED);
    }

    @BothDatabases
    void erasing_does_not_launder_an_entry_that_was_tampered_with(TestDatabase database) {
        fill(database);
        execute(database, "update audit_entry set reason = 'another' where action = 'person.protected'");

        erase(database, false);

        assertThat(new AuditVerification(database.dataSource(), keys).verify().finding())
                .isEqualTo(Finding.ALTERED);
    }

    @BothDatabases
    void a_second_person_can_be_erased_from_the_same_entries(TestDatabase database) {
        fill(database);
        erase(database, false);

        admin().as(() -> erasure(database).erase(plan(), "bert-1", "too", false));

        assertThat(new AuditVerification(database.dataSource(), keys).verify().finding())
                .isEqualTo(Finding.SOUND);
        assertThat(one(
                        Jdbi.create(database.dataSource()),
                        "select after_value from audit_entry where action = 'plan.changed'"))
                .doesNotContain("Annabel");
    }

    @BothDatabases
    void whoever_is_left_out_is_known_by_the_id_alone(TestDatabase database) {
        fill(database);

        erase(database, true);

        assertThat(named(database)).allMatch(found -> found.startsWith("plan_excluded.account_id"));
        assertThat(one(
                        Jdbi.create(database.dataSource()),
                        "select account_name from plan_excluded where account_id = '" + ID + "'"))
                .startsWith("person-");
    }

    @BothDatabases
    void a_run_that_may_write_about_the_person_comes_first(TestDatabase database) {
        fill(database);
        execute(database, "update run set state = 'PAUSED' where id = 1");

        Optional<Long> waitsFor = erase(database, false);

        assertThat(waitsFor).contains(1L);
        assertThat(named(database)).isNotEmpty();
    }

    @BothDatabases
    void pictures_that_were_read_a_moment_ago_are_gone_from_memory_too(TestDatabase database) {
        fill(database);
        String annas = readings.start(new LiveReadings.Whom(1, ID), "somebody", () -> null);
        String berts = readings.start(new LiveReadings.Whom(1, "bert-1"), "somebody", () -> null);

        LiveReadings.Whom anna = new LiveReadings.Whom(1, ID);
        String previous = viewed.keep(anna, "somebody", new ViewPicture(new byte[] {1}, 240, 1));

        erase(database, false);

        assertThat(viewed.find(previous, "somebody")).isEmpty();
        assertThat(readings.find(annas, "somebody")).isEmpty();
        assertThat(readings.whom(annas, "somebody")).isEmpty();
        assertThat(readings.whom(berts, "somebody")).isPresent();
    }

    @BothDatabases
    void only_admins_erase(TestDatabase database) {
        assertThatThrownBy(() -> erasure(database).erase(plan(), ID, "x", false))
                .isInstanceOf(AccessRefusedException.class);
    }

    private Optional<Long> erase(TestDatabase database, boolean leaveOut) {
        return admin().asking(() -> erasure(database).erase(plan(), ID, "Anna Berg asked for it", leaveOut))
                .waitsFor();
    }

    private PersonErasure erasure(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        return new PersonErasure(
                new PersonRepository(jdbi),
                new ErasureRepository(jdbi),
                new AuditErasure(database.dataSource(), clock(), keys),
                keys,
                readings,
                viewed);
    }

    private static Caller admin() {
        return Caller.trusted(Actor.user("admin"));
    }

    private static Plan plan() {
        return new Plan(1, 1, "Everybody", 1, 2, true, false, Who.EVERYBODY, Rules.defaults(), Optional.empty());
    }

    private static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    private void fill(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        new SeenPeopleRepository(jdbi).seen(1, List.of(anna(), Account.of("bert-1", "Annabel Berg")), NOON);
        List.of(SQL.split(";")).stream()
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .forEach(sql -> execute(database, sql.replace("$ID", ID).replace("$AT", AT)));
        Audit audit = new Audit(database.dataSource(), clock(), keys);
        audit.record(AuditEntry.of("person.protected", new Subject("person", ID, "Anna Berg"))
                .because("anna@mail.example wants it"));
        audit.record(AuditEntry.of("plan.changed", new Subject("plan", "1", "Everybody"))
                .change("", "Plan[excluded={" + ID + "=Anna Berg, bert-1=Annabel Berg}]"));
        audit.record(AuditEntry.of("request.submitted", new Subject("run", "1", "SYNC ACCOUNT Anna Berg")));
        audit.record(AuditEntry.of("people.exported", new Subject("plan", "1", "Everybody"))
                .change("", "CSV PeopleFilter[text=ANNA.BERG@contoso.example]"));
    }

    private static Account anna() {
        return Account.of(ID, "Anna Berg")
                .identifiedBy(IdentifierType.USER_PRINCIPAL_NAME, "anna.berg@contoso.example")
                .identifiedBy(IdentifierType.EMAIL, "anna@mail.example")
                .identifiedBy(IdentifierType.OBJECT_ID, "oid-4711-anna");
    }

    /** Every text of every table that still names the person. */
    private static List<String> named(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        return jdbi.withHandle(handle -> {
            List<String> found = new ArrayList<>();
            handle.createQuery("""
                            select lower(table_name) as t, lower(column_name) as c from information_schema.columns
                            where lower(table_schema) = 'public' and lower(data_type) in ('text', 'character varying',
                              'character large object', 'character', 'varchar')""").mapToMap().forEach(column -> {
                String table = (String) column.get("t");
                String name = (String) column.get("c");
                if (!table.startsWith("flyway")) {
                    handle
                            .createQuery("select \"" + quoted(database, name) + "\" from \"" + quoted(database, table)
                                    + "\"")
                            .mapTo(String.class)
                            .stream()
                            .filter(PersonErasureTest::names)
                            .forEach(text -> found.add(table + "." + name + ": " + text));
                }
            });
            return found;
        });
    }

    private static String quoted(TestDatabase database, String name) {
        return database.kind().equals("H2") ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static boolean names(String text) {
        return text != null
                && NAMES.stream()
                        .anyMatch(name -> text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)));
    }

    private static String one(Jdbi jdbi, String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private static void execute(TestDatabase database, String sql) {
        Jdbi.create(database.dataSource()).useHandle(handle -> handle.execute(sql));
    }

    private static final String AT = "timestamp with time zone '2026-01-01 12:00:00+00'";

    private static final String SQL = """
            insert into provider_connection (id, version, name, provider_id, role, proxy, extra_ca, confirmed_route, changed_at)
              values (1, 1, 'A', 'a', 'SOURCE', '', '', '', $AT), (2, 1, 'B', 'b', 'TARGET', '', '', '', $AT);
            insert into sync_plan (id, version, name, source_connection_id, target_connection_id, enabled, trial, not_ours,
              on_removal, keep_better, excluded_facts, look_again_days, guard_percent, fewest_people, scheduled, run_days,
              run_time, run_zone, changed_at)
              values (1, 1, 'Everybody', 1, 2, true, false, '', '', true, '', 14, 10, 0, false, '', '', '', $AT);
            insert into plan_excluded (plan_id, account_id, account_name) values (1, '$ID', 'Anna Maiden');
            insert into protected_account (id, source_connection_id, account_id, account_name, reason, protected_by, protected_at)
              values (1, 1, '$ID', 'Anna Berg', 'Anna Berg asked', 'admin', $AT);
            insert into sync_request (id, plan_id, kind, scope_kind, scope, scope_label, lane, trigger_kind, actor_name,
              replace_anyway, approved, reason, requested_at, run_id)
              values (1, 1, 'SYNC', 'ACCOUNT', '["$ID"]', 'Anna Berg', 'ON_DEMAND', 'PERSON', 'admin', false, false,
              'for anna.berg@contoso.example', $AT, 1);
            insert into run (id, request_id, plan_id, plan_name, kind, lane, scope_kind, scope_label, trigger_kind, actor_name,
              reason, state, epoch, requested_at, problem_message, counts, times_waited, cancel_requested, pause_requested)
              values (1, 1, 1, 'Everybody', 'SYNC', 'ON_DEMAND', 'ACCOUNT', 'Anna Berg', 'PERSON', 'admin',
              'for anna.berg@contoso.example', 'SUCCEEDED', 1, $AT, 'oid-4711-anna failed', '{}', 0, false, false);
            insert into run_outcome (run_id, account_id, display_name, outcome, condition, detail, at)
              values (1, '$ID', 'Anna Berg', 'FAILED', 'FAILED', 'anna_berg.jpg of Anna Berg', $AT),
              (1, 'bert-1', 'Annabel Berg', 'FAILED', 'FAILED', null, $AT);
            insert into run_hold_person (run_id, place, account_id, display_name, outcome)
              values (1, 0, '$ID', 'Anna Berg', 'WOULD_UPDATE');
            insert into run_decision (id, run_id, decided_at, approved, decided_by, reason, reason_code)
              values (1, 1, $AT, true, 'admin', 'Anna Berg asked for it', 'many-changes');
            insert into photo_state (target_connection_id, target_key, version, plan_id, source_connection_id, account_id,
              condition, settled, last_run_id, last_outcome, last_checked_at)
              values (2, 'i:0#.f|membership|anna.berg@contoso.example', 1, 1, 1, '$ID', 'IN_SYNC', true, 1, 'UPDATED', $AT);
            insert into before_image (run_id, account_id, target_connection_id, target_key, sealed, size_bytes, taken_at, keep_until)
              values (1, '$ID', 2, 'i:0#.f|membership|anna.berg@contoso.example', cast('x' as bytea), 1, $AT, $AT);
            insert into notification_channel (id, version, name, kind, language, enabled, events, host, port, security,
              user_name, sender, recipients, changed_at)
              values (1, 1, 'Mail', 'MAIL', 'en', true, '', 'localhost', 25, 'PLAIN', '', '', '', $AT);
            insert into notification (id, channel_id, cause, kind, title, body, page, facts, state, created_at, attempts,
              due_at, error)
              values (1, 1, 'run:1', 'RUN_FAILED', 'Anna Berg failed', 'The run for Anna Berg', '/run.xhtml?id=1',
              '{"who":"anna@mail.example"}', 'GIVEN_UP', $AT, 1, $AT, '550 anna@mail.example is unknown');
            insert into connection_health (connection_id, checked_at, healthy, report)
              values (1, $AT, false, '["The picture of anna.berg@contoso.example could not be read"]');
            insert into people_limit_member (connection_id, group_id, account_id) values (1, 'g', '$ID');
            insert into picture_preview (connection_id, account_id, made_at, etag, jpeg)
              values (1, '$ID', $AT, 'e', cast('x' as bytea)), (2, '$ID', $AT, 'e', cast('x' as bytea));
            """;
}
