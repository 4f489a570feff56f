package org.photobridge.portal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.engine.Hold;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.Reason;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;

class HoldRepositoryTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @BothDatabases
    void what_a_run_is_held_for_is_found_with_the_first_people(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        HoldRepository holds = new HoldRepository(jdbi);
        jdbi.useHandle(handle -> HoldRepository.keep(handle, 7, hold("anna", "bert", "carla"), NOON));
        jdbi.useHandle(handle -> handle.execute("insert into picture_preview (connection_id, account_id, made_at, etag,"
                + " jpeg) select 4, 'anna', held_at, 'abcdefgh', cast('' as bytea) from run_hold"));

        HeldRun.Found found = holds.find(7, 3, 4, 2).orElseThrow();

        assertThat(found.reasonCode()).isEqualTo("many-changes");
        assertThat(found.found()).isEqualTo(23);
        assertThat(found.allowed()).isEqualTo(20);
        assertThat(found.at()).isEqualTo(NOON);
        assertThat(found.people())
                .containsExactly(
                        new HeldRun.Person("anna", "Name of anna", "WOULD_UPDATE", "", "", "abcdefgh"),
                        new HeldRun.Person("bert", "Name of bert", "WOULD_UPDATE", "", "", ""));
        assertThat(holds.find(8, 3, 4, 2)).isEmpty();
    }

    @BothDatabases
    void a_later_hold_takes_the_place_of_an_earlier_one(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        HoldRepository holds = new HoldRepository(jdbi);
        jdbi.useHandle(handle -> HoldRepository.keep(handle, 7, hold("anna", "bert"), NOON));

        jdbi.useHandle(handle -> HoldRepository.keep(handle, 7, hold("carla"), NOON.plusSeconds(60)));

        assertThat(holds.find(7, 3, 4, 12).orElseThrow().people())
                .extracting(HeldRun.Person::accountId)
                .containsExactly("carla");
    }

    @BothDatabases
    void every_decision_about_a_run_is_kept(TestDatabase database) {
        HoldRepository holds = new HoldRepository(Jdbi.create(database.dataSource()));
        RunDecision first = new RunDecision(true, "admin", NOON, "", "fewer-people-listed");
        RunDecision second = new RunDecision(false, "carla", NOON.plusSeconds(60), "Not these", "many-changes");

        holds.decide(7, second);
        holds.decide(7, first);

        assertThat(holds.decisions(7)).containsExactly(first, second);
        assertThat(holds.decisions(8)).isEmpty();
    }

    private static Hold hold(String... names) {
        List<Hold.Person> people = java.util.Arrays.stream(names)
                .map(name -> new Hold.Person(name, "Name of " + name, OutcomeType.WOULD_UPDATE, Optional.empty()))
                .toList();
        return new Hold(Reason.MANY_CHANGES, 20 + names.length, 20, people);
    }
}
