package org.photobridge.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.job.SeenPeopleRepository;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.spi.Account;
import org.photobridge.spi.IdentifierType;

class PersonRepositoryTest {

    private static final Ends ENDS = new Ends(1, 2);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @BothDatabases
    void people_come_by_name_in_any_case_and_page_by_page(TestDatabase database) {
        PersonRepository people = people(database, anna(), budi(), citra());

        assertThat(people.find(ENDS, PeopleFilter.EVERYBODY, 0, 2))
                .extracting(PersonRow::displayName)
                .containsExactly("Anna Becker", "budi santoso");
        assertThat(people.find(ENDS, PeopleFilter.EVERYBODY, 2, 2))
                .extracting(PersonRow::displayName)
                .containsExactly("Citra 100%_Dewi");
        assertThat(people.count(ENDS, PeopleFilter.EVERYBODY)).isEqualTo(3);
    }

    @BothDatabases
    void the_search_finds_parts_of_names_and_addresses_and_takes_wildcards_for_text(TestDatabase database) {
        PersonRepository people = people(database, anna(), budi(), citra());

        assertThat(found(people, "BECK")).containsExactly("anna");
        assertThat(found(people, "budi@")).containsExactly("budi");
        assertThat(found(people, "100%_")).containsExactly("citra");
        assertThat(found(people, "%")).containsExactly("citra");
        assertThat(found(people, "OBJ-ANNA")).containsExactly("anna");
        assertThat(found(people, "' or 1=1 --")).isEmpty();
    }

    @BothDatabases
    void whom_no_run_has_met_is_not_checked_yet(TestDatabase database) {
        PersonRepository people = people(database, anna(), budi());
        met(database, "anna", "OUT_OF_DATE", 2);

        assertThat(people.conditions(ENDS)).containsEntry("OUT_OF_DATE", 1L).containsEntry("UNKNOWN", 1L);
        assertThat(people.find(ENDS, new PeopleFilter("", Set.of("UNKNOWN"), ""), 0, 9))
                .extracting(PersonRow::accountId)
                .containsExactly("budi");
        assertThat(people.row(ENDS, "anna").orElseThrow().lastRunId()).isEqualTo(7);
    }

    @BothDatabases
    void what_is_known_of_another_target_is_not_shown(TestDatabase database) {
        PersonRepository people = people(database, anna());
        met(database, "anna", "IN_SYNC", 3);

        assertThat(people.row(ENDS, "anna").orElseThrow().condition()).isEqualTo("UNKNOWN");
    }

    @BothDatabases
    void a_department_filters_exactly(TestDatabase database) {
        PersonRepository people = people(database, anna(), budi());

        assertThat(people.departments(1)).containsExactly("Sales");
        assertThat(people.find(ENDS, new PeopleFilter("", Set.of(), "Sales"), 0, 9))
                .extracting(PersonRow::accountId)
                .containsExactly("anna");
    }

    @BothDatabases
    void a_pasted_identifier_may_be_an_id_an_address_or_a_whole_name(TestDatabase database) {
        PersonRepository people = people(database, anna(), budi(), citra());

        assertThat(people.candidates(1, List.of("BUDI@contoso.com", "anna becker", "obj-citra", "nobody")))
                .extracting(Account::id)
                .containsExactly("anna", "budi", "citra");
        assertThat(people.candidates(2, List.of("anna"))).isEmpty();
        assertThat(people.candidates(1, List.of())).isEmpty();
    }

    @BothDatabases
    void many_people_are_asked_for_in_pieces(TestDatabase database) {
        PersonRepository people = people(database, anna(), budi());
        List<String> many = Stream.concat(
                        IntStream.range(0, 1200).mapToObj(number -> "nobody" + number), Stream.of("anna", "budi"))
                .toList();

        assertThat(people.rows(ENDS, many)).extracting(PersonRow::accountId).containsExactly("anna", "budi");
    }

    private static List<String> found(PersonRepository people, String text) {
        return people.find(ENDS, new PeopleFilter(text, Set.of(), ""), 0, 9).stream()
                .map(PersonRow::accountId)
                .toList();
    }

    private static PersonRepository people(TestDatabase database, Account... accounts) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        new SeenPeopleRepository(jdbi).seen(1, List.of(accounts), NOW);
        return new PersonRepository(jdbi);
    }

    private static void met(TestDatabase database, String id, String condition, long target) {
        Jdbi.create(database.dataSource())
                .useHandle(handle -> handle.createUpdate("""
                                insert into photo_state (target_connection_id, target_key, version, plan_id,
                                  source_connection_id, account_id, condition, settled, last_run_id, last_outcome,
                                  last_checked_at)
                                values (:target, :id, 1, 1, 1, :id, :condition, false, 7, 'WOULD_UPDATE', :now)""")
                        .bind("target", target)
                        .bind("id", id)
                        .bind("condition", condition)
                        .bind("now", NOW)
                        .execute());
    }

    private static Account anna() {
        return person("anna", "Anna Becker").with(Account.Attribute.DEPARTMENT, "Sales");
    }

    private static Account budi() {
        return person("budi", "budi santoso");
    }

    private static Account citra() {
        return person("citra", "Citra 100%_Dewi");
    }

    private static Account person(String id, String name) {
        return Account.of(id, name)
                .identifiedBy(IdentifierType.OBJECT_ID, "obj-" + id)
                .identifiedBy(IdentifierType.USER_PRINCIPAL_NAME, id + "@contoso.com")
                .identifiedBy(IdentifierType.EMAIL, id + "@contoso.com");
    }
}
