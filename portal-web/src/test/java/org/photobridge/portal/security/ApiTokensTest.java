package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.platform.RefusedStartException;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.portal.test.TestKeys;
import org.photobridge.spi.Secret;

/** What a token may do depends on its owner, as the owner is now. */
class ApiTokensTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Secret TOKEN = Secret.of("12345678-of-a-nightly-report");
    private static final PeopleLimit JAKARTA = new PeopleLimit(7, "group-1", "Jakarta");

    private final UsersInMemory users = new UsersInMemory();
    private final PortalUser owner = new PortalUser("anna", EnumSet.of(Role.OPERATOR), NOON);
    private final MapConfig config = new MapConfig();
    private TestDatabase database = TestDatabase.h2();

    @Test
    void a_disabled_owner_is_nobody() {
        give(Role.OPERATOR, Optional.empty());
        assertThat(caller()).isPresent();

        owner.enable(false);

        assertThat(caller()).isEmpty();
    }

    @Test
    void an_owner_whom_the_provider_withdrew_is_nobody() {
        give(Role.OPERATOR, Optional.empty());
        owner.belongTo("https://idp", "subject");
        owner.signedIn(NOON);
        assertThat(caller()).isPresent();

        owner.withdraw(NOON);

        assertThat(caller()).isEmpty();
    }

    @Test
    void an_owner_from_a_provider_has_to_sign_in_now_and_then_and_a_local_one_has_not() {
        give(Role.OPERATOR, Optional.empty());
        owner.signedIn(NOON);
        assertThat(callerAt(NOON.plus(Duration.ofDays(300)))).as("local").isPresent();
        owner.belongTo("https://idp", "subject");

        assertThat(callerAt(NOON.plus(Duration.ofDays(30)).minusSeconds(1))).isPresent();
        assertThat(callerAt(NOON.plus(Duration.ofDays(30)))).isEmpty();
        config.put("photobridge.oidc.token-days", "7");
        assertThat(callerAt(NOON.plus(Duration.ofDays(7)))).isEmpty();
        owner.signedIn(NOON.plus(Duration.ofDays(7)));
        assertThat(callerAt(NOON.plus(Duration.ofDays(7)))).isPresent();
    }

    @Test
    void a_number_of_days_that_is_none_ends_the_start() {
        config.put("photobridge.oidc.token-days", "0");

        assertThatThrownBy(() -> owners(NOON).onStart(null))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("photobridge.oidc.token-days must be a number of days from 1 to 366, not 0");
    }

    @Test
    void a_demoted_owners_token_may_do_what_the_owner_may() {
        give(Role.ADMIN, Optional.empty());
        owner.allow(EnumSet.of(Role.ADMIN));
        assertThat(caller().orElseThrow().may(Role.ADMIN)).isTrue();

        owner.allow(EnumSet.of(Role.VIEWER));

        assertThat(caller().orElseThrow().may(Role.OPERATOR)).isFalse();
        assertThat(caller().orElseThrow().may(Role.VIEWER)).isTrue();
    }

    @Test
    void a_token_and_its_owner_of_different_groups_see_nobody_together() {
        give(Role.OPERATOR, Optional.of(JAKARTA));
        assertThat(caller().orElseThrow().limit()).hasValue(JAKARTA);

        owner.limitTo(Optional.of(new PeopleLimit(7, "group-1", "Jakarta, as it was called before")));
        assertThat(caller()).as("the same group").isPresent();
        owner.limitTo(Optional.of(new PeopleLimit(7, "group-2", "Berlin")));

        assertThat(caller()).isEmpty();
    }

    @Test
    void a_token_without_a_limit_sees_what_its_owner_sees() {
        give(Role.OPERATOR, Optional.empty());

        owner.limitTo(Optional.of(JAKARTA));

        assertThat(caller().orElseThrow().limit()).hasValue(JAKARTA);
    }

    @BothDatabases
    void no_two_tokens_of_one_name_are_good_at_once(TestDatabase other) {
        database = other;
        give(Role.OPERATOR, Optional.empty());
        ApiTokens tokens = tokens(NOON);

        assertThat(tokens.isNameTaken("NIGHTLY report")).isTrue();
        assertThat(tokens.isNameTaken("Daily report")).isFalse();
        assertThatThrownBy(() -> add("nightly Report", "87654321-of-another-report"))
                .isInstanceOf(JdbiException.class);
        new ApiTokenRepository(database.dataSource()).revoke("12345678", NOON);
        assertThat(tokens.isNameTaken("Nightly report")).isFalse();
        add("nightly Report", "87654321-of-another-report");
    }

    @BothDatabases
    void of_tokens_that_shared_a_name_before_the_oldest_keeps_it(TestDatabase other) throws IOException {
        database = other;
        add("First report", "11111111-of-a-report-at-night");
        add("Second report", "22222222-of-a-report-at-night");
        add("Third report", "33333333-of-a-report-at-night");
        Jdbi jdbi = Jdbi.create(database.dataSource());
        jdbi.useHandle(handle -> handle.execute("update api_token set name = 'Report', live_name = null"));

        try (InputStream file = getClass().getResourceAsStream("/db/migration/V10__withdrawn_and_token_names.sql")) {
            Stream.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split(";"))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("update"))
                    .forEach(statement -> jdbi.useHandle(handle -> handle.execute(statement)));
        }

        List<String> names = jdbi.withHandle(handle -> handle.createQuery("select live_name from api_token order by id")
                .mapTo(String.class)
                .list());
        assertThat(names).containsExactly("report", "report 22222222", "report 33333333");
    }

    private void give(Role role, Optional<PeopleLimit> limit) {
        if (users.all().isEmpty()) {
            users.add(owner);
        }
        add("Nightly report", TOKEN.reveal(), role, limit);
    }

    private void add(String name, String token) {
        add(name, token, Role.VIEWER, Optional.empty());
    }

    private void add(String name, String token, Role role, Optional<PeopleLimit> limit) {
        Secret secret = Secret.of(token);
        new ApiTokenRepository(database.dataSource())
                .add(
                        new ApiTokenRepository.Row(
                                ApiTokens.prefix(secret),
                                ApiTokens.digest(secret),
                                name,
                                Set.of(role),
                                Optional.of("anna"),
                                Optional.empty(),
                                limit),
                        "tests",
                        NOON);
    }

    private Optional<Caller> caller() {
        return callerAt(NOON);
    }

    private Optional<Caller> callerAt(Instant moment) {
        return tokens(moment).verify(TOKEN, Optional.empty());
    }

    private ApiTokens tokens(Instant moment) {
        Clock clock = Clock.fixed(moment, ZoneOffset.UTC);
        Audit audit = new Audit(database.dataSource(), clock, TestKeys.fresh());
        return new ApiTokens(database.dataSource(), owners(moment), audit, clock);
    }

    private TokenOwners owners(Instant moment) {
        return new TokenOwners(users, config, Clock.fixed(moment, ZoneOffset.UTC));
    }
}
