package org.photobridge.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.security.PeopleLimit;
import org.photobridge.portal.security.PeopleLimitRepository;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.ProviderException;
import org.photobridge.testkit.SettableClock;

class LimitReadingTest {

    private static final PeopleLimit LIMIT = new PeopleLimit(1, "germany", "Germany");

    private final SettableClock clock = SettableClock.at("2026-03-01T08:00:00Z");
    private final FakeDirectory directory = new FakeDirectory();

    @BothDatabases
    void each_group_in_use_is_read_once_an_hour(TestDatabase database) {
        limitUserTo(database, "hana", "germany");
        limitUserTo(database, "ivan", "germany");
        LimitReading reading = reading(database);
        directory.members.put("germany", Set.of("anna", "budi"));

        reading.readDue();
        reading.readDue();
        assertThat(directory.asked).containsExactly("germany");
        assertThat(members(database)).containsOnly("anna", "budi");

        clock.advance(Duration.ofMinutes(61));
        directory.members.put("germany", Set.of("budi", "citra"));
        reading.readDue();
        assertThat(members(database)).containsOnly("budi", "citra");
    }

    @BothDatabases
    void members_stay_when_the_directory_cannot_be_asked_and_it_is_asked_again_soon(TestDatabase database) {
        limitUserTo(database, "hana", "germany");
        LimitReading reading = reading(database);
        directory.members.put("germany", Set.of("anna"));
        reading.readDue();

        directory.members.remove("germany");
        clock.advance(Duration.ofMinutes(61));
        reading.readDue();

        assertThat(members(database)).containsOnly("anna");
        var standing = new PeopleLimitRepository(jdbi(database)).standing(LIMIT).orElseThrow();
        assertThat(standing.problemCode()).isEqualTo("group-gone");
        assertThat(standing.readAt()).contains(clock.instant().minus(Duration.ofMinutes(61)));
        clock.advance(Duration.ofMinutes(6));
        reading.readDue();
        assertThat(directory.asked).hasSize(3);
    }

    @BothDatabases
    void sign_in_asks_for_members_older_than_a_quarter_of_an_hour(TestDatabase database) {
        LimitReading reading = reading(database);
        directory.members.put("germany", Set.of());

        assertThat(reading.isDue(LIMIT, LimitReading.AT_SIGN_IN)).isTrue();
        reading.read(LIMIT);
        clock.advance(Duration.ofMinutes(14));
        assertThat(reading.isDue(LIMIT, LimitReading.AT_SIGN_IN)).isFalse();
        clock.advance(Duration.ofMinutes(2));
        assertThat(reading.isDue(LIMIT, LimitReading.AT_SIGN_IN)).isTrue();
    }

    @BothDatabases
    void a_token_that_was_revoked_needs_no_members(TestDatabase database) {
        jdbi(database)
                .useHandle(
                        handle -> handle.execute(
                                "insert into api_token (id, prefix, digest, name, roles, created_by,"
                                        + " created_at, revoked_at, limit_connection_id, limit_group_id, limit_group_name) values (1, 'p',"
                                        + " 'd', 'script', 'VIEWER', 'x', current_timestamp, current_timestamp, 1, 'germany', 'G')"));

        reading(database).readDue();

        assertThat(directory.asked).isEmpty();
    }

    private LimitReading reading(TestDatabase database) {
        return new LimitReading(new PeopleLimitRepository(jdbi(database)), directory, clock);
    }

    private static Set<String> members(TestDatabase database) {
        return jdbi(database)
                .withHandle(handle -> handle.createQuery("select account_id from people_limit_member")
                        .mapTo(String.class)
                        .set());
    }

    private static void limitUserTo(TestDatabase database, String name, String group) {
        jdbi(database)
                .useHandle(handle -> handle.execute(
                        "insert into portal_user (id, version, name, password_hash, roles, enabled, created_at,"
                                + " limit_connection_id, limit_group_id, limit_group_name)"
                                + " values (?, 0, ?, 'h', 'OPERATOR', true, current_timestamp, 1, ?, 'Germany')",
                        (long) name.hashCode(),
                        name,
                        group));
    }

    private static Jdbi jdbi(TestDatabase database) {
        return Jdbi.create(database.dataSource());
    }

    /** Groups by id; one that it doesn't know can't be read. */
    private static final class FakeDirectory implements GroupMembers {
        private final Map<String, Set<String>> members = new HashMap<>();
        private final List<String> asked = new ArrayList<>();

        @Override
        public Set<String> idsOf(long connection, String groupId) {
            asked.add(groupId);
            if (!members.containsKey(groupId)) {
                throw ProviderException.of(ErrorCategory.NOT_FOUND, "group-gone", "No such group");
            }
            return members.get(groupId);
        }
    }
}
