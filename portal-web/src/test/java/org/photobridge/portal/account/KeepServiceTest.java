package org.photobridge.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.engine.Glance;
import org.photobridge.portal.engine.PhotoState;
import org.photobridge.portal.engine.PhotoState.KeepMark;
import org.photobridge.portal.engine.Rules;
import org.photobridge.portal.job.KeptPictures;
import org.photobridge.portal.job.KnownPhotoStates;
import org.photobridge.portal.job.RequestRefusedException;
import org.photobridge.portal.job.SeenPeopleRepository;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.Who;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.Limits;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.spi.Account;

class KeepServiceTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final KeepMark MARK = new KeepMark("hash", "print", NOON, "hana");
    private static final PersonRow ANNA = Rows.of("anna", "Anna", "UNKNOWN");
    private static final Plan PLAN = new Plan(
            Limits.PLAN,
            0,
            "Everybody",
            Limits.SOURCE,
            Limits.TARGET,
            true,
            false,
            Who.EVERYBODY,
            Rules.defaults(),
            Optional.empty());

    @TempDir
    Path folder;

    @BothDatabases
    void the_decision_stands_in_the_state_of_whom_no_run_has_met_and_in_the_audit(TestDatabase database) {
        Desk desk = new Desk(database, folder);

        desk.keep(Caller.trusted(Actor.user("hana")), asking());

        PhotoState state = desk.state();
        assertThat(state.kept()).contains(MARK);
        assertThat(state.condition()).isEqualTo(Condition.CHANGED_IN_TARGET);
        assertThat(state.reason()).contains("kept-by-person");
        assertThat(state.settled()).isFalse();
        PersonRow row = desk.row();
        assertThat(row.keptBy()).isEqualTo("hana");
        assertThat(row.keptAt()).contains(NOON);
        assertThat(row.reasonCode()).isEqualTo("kept-by-person");
        assertThat(desk.audited()).isEqualTo(1);
    }

    @BothDatabases
    void a_state_that_is_about_the_same_pictures_stays_settled_and_keeps_its_last_run(TestDatabase database) {
        Desk desk = new Desk(database, folder);
        desk.met("hash", "print", NOON.minusSeconds(9));

        desk.keep(Caller.trusted(Actor.user("hana")), asking());

        PhotoState state = desk.state();
        assertThat(state.kept()).contains(MARK);
        assertThat(state.settled()).isTrue();
        assertThat(state.lastRun()).isEqualTo(7);
        assertThat(state.version()).isEqualTo(5);
        assertThat(desk.row().outcome()).isEqualTo("SKIPPED");
    }

    @BothDatabases
    void who_looked_before_the_last_run_did_looks_again_first(TestDatabase database) {
        Desk desk = new Desk(database, folder);
        desk.met("hash", "another print", NOON.plusSeconds(1));

        assertThatThrownBy(() -> desk.keep(Caller.trusted(Actor.user("hana")), asking()))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage("person.keep.meanwhile");

        assertThat(desk.state().kept()).isEmpty();
        assertThat(desk.audited()).isZero();
    }

    @BothDatabases
    void a_state_that_moved_on_is_not_marked(TestDatabase database) {
        Desk desk = new Desk(database, folder);
        desk.met("hash", "print", NOON.minusSeconds(9));
        PhotoState known = desk.state();
        Jdbi jdbi = Jdbi.create(database.dataSource());
        jdbi.useHandle(handle -> handle.execute("update photo_state set version = version + 1"));

        assertThat(new KeptPictures(jdbi).keep(Limits.SOURCE, Limits.TARGET, known, MARK))
                .isFalse();
        assertThat(desk.state().kept()).isEmpty();
    }

    @BothDatabases
    void nobody_decides_what_no_plan_asks(TestDatabase database) {
        Desk desk = new Desk(database, folder);

        assertThatThrownBy(() -> desk.keep(Caller.trusted(Actor.user("hana")), seen("changed-in-target")))
                .hasMessage("person.keep.unasked");
    }

    @BothDatabases
    void a_limited_helpdesk_decides_for_its_own_people_alone(TestDatabase database) {
        Desk desk = new Desk(database, folder);

        Caller others = Limits.helpdesk(database, "bert");
        assertThatThrownBy(() -> desk.keep(others, asking())).hasMessage("request.refused.no-person");
        desk.keep(Limits.helpdesk(database, "anna"), asking());

        assertThat(desk.state().kept()).contains(MARK);
    }

    private static SideBySide asking() {
        return seen("changed-in-target-ask");
    }

    private static SideBySide seen(String reason) {
        Side side = Side.of(Side.State.PICTURE, "", "");
        return new SideBySide(
                NOON,
                side,
                Optional.empty(),
                false,
                side,
                Optional.empty(),
                Set.of(),
                new Glance.Found(Condition.CHANGED_IN_TARGET, Optional.of(reason)),
                Optional.of(new Glance.Both("anna-key", "hash", "print")));
    }

    /** A portal that has listed Anna. */
    private static final class Desk {
        private final Jdbi jdbi;
        private final KeepService service;

        Desk(TestDatabase database, Path folder) {
            Limits.plan(database);
            jdbi = Jdbi.create(database.dataSource());
            new SeenPeopleRepository(jdbi).seen(Limits.SOURCE, List.of(Account.of("anna", "Anna")), NOON);
            KeyRing keys = KeyRing.of(
                    Optional.empty(), Home.open(folder.resolve("home").toString()));
            service = new KeepService(
                    new PersonRepository(jdbi),
                    new KnownPhotoStates(jdbi),
                    new KeptPictures(jdbi),
                    new Audit(database.dataSource(), CLOCK, keys),
                    CLOCK);
        }

        void keep(Caller caller, SideBySide seen) {
            caller.as(() -> service.keep(PLAN, ANNA, seen));
        }

        PhotoState state() {
            return new KnownPhotoStates(jdbi)
                    .find(Limits.SOURCE, Limits.TARGET, "anna-key")
                    .orElseThrow();
        }

        PersonRow row() {
            return Caller.trusted(Actor.user("hana"))
                    .asking(() -> new PersonRepository(jdbi)
                            .row(new Ends(Limits.SOURCE, Limits.TARGET), "anna")
                            .orElseThrow());
        }

        /** A run has left it to a person. */
        void met(String sourceHash, String targetFingerprint, Instant looked) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into photo_state (target_connection_id, target_key, version, plan_id,
                              source_connection_id, account_id, condition, reason_code, settled, source_hash,
                              target_fingerprint, last_looked_at, last_run_id, last_outcome, last_checked_at)
                            values (:target, 'anna-key', 4, :plan, :source, 'anna', 'CHANGED_IN_TARGET',
                              'changed-in-target-ask', true, :hash, :print, :looked, 7, 'SKIPPED', :looked)""")
                    .bind("target", Limits.TARGET)
                    .bind("plan", Limits.PLAN)
                    .bind("source", Limits.SOURCE)
                    .bind("hash", sourceHash)
                    .bind("print", targetFingerprint)
                    .bind("looked", looked)
                    .execute());
        }

        long audited() {
            return jdbi.withHandle(handle -> handle.createQuery(
                            "select count(*) from audit_entry where action = 'person.picture-kept'")
                    .mapTo(Long.class)
                    .one());
        }
    }
}
