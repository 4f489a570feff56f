package org.photobridge.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.job.PreviewRepository;
import org.photobridge.portal.job.SeenPeopleRepository;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.Limits;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.spi.Account;

class PictureServiceTest {
    private final LiveReadings readings = new LiveReadings(new AtOnce(), Clock.systemUTC());

    @BothDatabases
    void what_was_read_is_shown_to_whom_it_was_read_for_while_the_person_is_in_sight(TestDatabase database) {
        Limits.plan(database);
        listed(database, "anna");
        Caller hana = Limits.helpdesk(database, "anna");
        String token = read(hana);

        hana.as(() -> assertThat(service(database).read(token, "source")).isPresent());
        Limits.helpdesk(database, "budi")
                .as(() -> assertThat(service(database).read(token, "source")).isEmpty());
    }

    @BothDatabases
    void what_was_read_of_a_person_who_is_erased_since_is_shown_no_more_by_any_node(TestDatabase database) {
        Limits.plan(database);
        listed(database, "anna");
        Caller hana = Limits.helpdesk(database, "anna");
        String token = read(hana);

        Jdbi.create(database.dataSource()).useHandle(handle -> handle.execute("delete from person"));

        hana.as(() -> assertThat(service(database).read(token, "source")).isEmpty());
    }

    private String read(Caller owner) {
        Side picture = Side.of(new ViewPicture(new byte[] {1}, 240, 1));
        SideBySide answer = new SideBySide(
                Instant.EPOCH,
                picture,
                Optional.empty(),
                false,
                Side.of(Side.State.NONE, "", ""),
                Optional.empty(),
                Set.of(),
                null,
                Optional.empty());
        return readings.start(
                new LiveReadings.Whom(Limits.SOURCE, "anna"), owner.actor().toString(), () -> answer);
    }

    private static void listed(TestDatabase database, String id) {
        new SeenPeopleRepository(Jdbi.create(database.dataSource()))
                .seen(Limits.SOURCE, List.of(Account.of(id, id)), Instant.EPOCH);
    }

    private PictureService service(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        return new PictureService(
                new PreviewRepository(jdbi, Clock.systemUTC()),
                readings,
                new ViewedPictures(Clock.systemUTC()),
                new PersonRepository(jdbi));
    }
}
