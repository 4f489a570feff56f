package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;

class ApiTokenRepositoryTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @BothDatabases
    void a_token_is_found_by_its_beginning(TestDatabase database) {
        ApiTokenRepository tokens = new ApiTokenRepository(database.dataSource());
        ApiTokenRepository.Row row = new ApiTokenRepository.Row(
                "abcdefgh",
                "digest",
                "script",
                Set.of(Role.OPERATOR),
                Optional.of("anna"),
                Optional.of(NOON.plusSeconds(60)),
                Optional.of(new PeopleLimit(7, "g", "Jakarta")));
        tokens.add(row, "bootstrap", NOON);
        tokens.used("abcdefgh", NOON);

        assertThat(tokens.find("abcdefgh", NOON)).hasValue(row);
        assertThat(tokens.find("other123", NOON)).isEmpty();
        assertThat(tokens.find("abcdefgh", NOON.plusSeconds(60))).as("expired").isEmpty();
        assertThatThrownBy(() -> tokens.add(row, "bootstrap", NOON)).isInstanceOf(JdbiException.class);
    }

    @BothDatabases
    void a_revoked_token_is_listed_and_no_longer_found(TestDatabase database) {
        ApiTokenRepository tokens = new ApiTokenRepository(database.dataSource());
        tokens.add(
                new ApiTokenRepository.Row(
                        "abcdefgh",
                        "digest",
                        "script",
                        Set.of(Role.VIEWER),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                "anna",
                NOON);
        long id = tokens.all().get(0).id();

        tokens.revoke("abcdefgh", NOON);

        assertThat(tokens.find("abcdefgh", NOON)).isEmpty();
        assertThat(ApiTokenView.of(tokens.find(id).orElseThrow(), owner -> true, NOON)
                        .state())
                .isEqualTo(ApiTokenView.State.REVOKED);
        assertThat(tokens.isTaken("abcdefgh")).isTrue();
    }

    @Test
    void a_token_is_long_and_printable() {
        assertThat(ApiTokens.problem("a".repeat(24))).isEmpty();
        assertThat(ApiTokens.problem("a".repeat(23))).isPresent();
        assertThat(ApiTokens.problem("a".repeat(30) + " ")).isPresent();
        assertThat(ApiTokens.problem("a".repeat(30) + "\u00e9")).isPresent();
    }
}
