package org.photobridge.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.job.SeenPeopleRepository;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.PeopleLimit;
import org.photobridge.portal.security.SightRepository;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.Limits;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.spi.Account;
import org.photobridge.spi.IdentifierType;

class PeopleInSightTest {

    private static final Ends ENDS = new Ends(Limits.SOURCE, Limits.TARGET);

    @BothDatabases
    void whoever_is_limited_to_a_group_finds_its_members_and_nobody_else(TestDatabase database) {
        PersonRepository people = people(database);
        Caller helpdesk = Limits.helpdesk(database, "anna", "budi");

        helpdesk.as(() -> {
            assertThat(people.find(ENDS, PeopleFilter.EVERYBODY, 0, 9))
                    .extracting(PersonRow::accountId)
                    .containsExactly("anna", "budi");
            assertThat(people.find(ENDS, new PeopleFilter("carl", Set.of(), ""), 0, 9))
                    .isEmpty();
            assertThat(people.count(ENDS, PeopleFilter.EVERYBODY)).isEqualTo(2);
            assertThat(people.conditions(ENDS)).containsOnlyKeys("UNKNOWN").containsEntry("UNKNOWN", 2L);
            assertThat(people.departments(Limits.SOURCE)).containsExactly("of anna", "of budi");
            assertThat(people.rows(ENDS, List.of("anna", "carl")))
                    .extracting(PersonRow::accountId)
                    .containsExactly("anna");
        });
        assertThat(people.count(ENDS, PeopleFilter.EVERYBODY)).isEqualTo(3);
    }

    @BothDatabases
    void somebody_else_looks_like_somebody_who_is_not_there(TestDatabase database) {
        PersonRepository people = people(database);

        Limits.helpdesk(database, "anna").as(() -> {
            assertThat(people.row(ENDS, "anna")).isPresent();
            assertThat(people.row(ENDS, "carl")).isEqualTo(people.row(ENDS, "nobody"));
            assertThat(people.account(Limits.SOURCE, "anna")).isPresent();
            assertThat(people.account(Limits.SOURCE, "carl")).isEmpty();
            assertThat(people.candidates(Limits.SOURCE, List.of("carl@contoso.com", "carl", "anna@contoso.com")))
                    .extracting(Account::id)
                    .containsExactly("anna");
        });
    }

    @BothDatabases
    void the_same_id_in_another_source_is_another_person(TestDatabase database) {
        new SeenPeopleRepository(Jdbi.create(database.dataSource())).seen(7, List.of(person("anna")), Instant.EPOCH);
        PersonRepository people = people(database);

        Limits.helpdesk(database, "anna").as(() -> {
            assertThat(people.count(new Ends(7, 8), PeopleFilter.EVERYBODY)).isZero();
            assertThat(people.account(7, "anna")).isEmpty();
        });
    }

    @BothDatabases
    void members_that_were_never_read_or_too_long_ago_are_nobody(TestDatabase database) {
        PersonRepository people = people(database);

        Limits.operator(new PeopleLimit(Limits.SOURCE, "never read", ""))
                .as(() -> assertThat(people.count(ENDS, PeopleFilter.EVERYBODY)).isZero());
        Limits.helpdesk(database, Duration.ofHours(23), "anna")
                .as(() -> assertThat(people.count(ENDS, PeopleFilter.EVERYBODY)).isEqualTo(1));
        Limits.helpdesk(database, Duration.ofHours(25), "anna")
                .as(() -> assertThat(people.count(ENDS, PeopleFilter.EVERYBODY)).isZero());
    }

    @BothDatabases
    void of_whom_the_directory_names_only_members_are_in_sight(TestDatabase database) {
        SightRepository sight = new SightRepository(Jdbi.create(database.dataSource()));

        Limits.helpdesk(database, "anna", "budi").as(() -> {
            assertThat(sight.among(Limits.SOURCE, List.of("anna", "carl", "budi")))
                    .containsOnly("anna", "budi");
            assertThat(sight.among(7, List.of("anna"))).isEmpty();
            assertThat(sight.among(Limits.SOURCE, List.of())).isEmpty();
        });
        assertThat(sight.among(Limits.SOURCE, List.of("carl"))).containsOnly("carl");
    }

    private static PersonRepository people(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        new SeenPeopleRepository(jdbi)
                .seen(Limits.SOURCE, List.of(person("anna"), person("budi"), person("carl")), Instant.EPOCH);
        return new PersonRepository(jdbi);
    }

    private static Account person(String id) {
        return Account.of(id, id)
                .with(Account.Attribute.DEPARTMENT, "of " + id)
                .identifiedBy(IdentifierType.EMAIL, id + "@contoso.com");
    }
}
