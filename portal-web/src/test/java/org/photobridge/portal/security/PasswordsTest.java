package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {
    private static final char[] RIGHT = "a horse in a field".toCharArray();

    @Test
    void a_stored_password_is_pbkdf2_with_the_rounds_that_owasp_asks_for_and_its_own_salt() {
        String stored = PasswordHash.of(RIGHT).text();

        assertThat(stored)
                .startsWith("PBKDF2WithHmacSHA512:210000:")
                .isNotEqualTo(PasswordHash.of(RIGHT).text());
        assertThat(PasswordHash.parse(stored).matches(RIGHT)).isTrue();
        assertThat(PasswordHash.parse(stored).matches("another".toCharArray())).isFalse();
    }

    @Test
    void unknown_wrong_disabled_and_openid_cost_the_same_check_and_are_refused() {
        CountedPasswords passwords = new CountedPasswords();
        PortalUser disabled = user();
        disabled.usePassword(passwords.hash(RIGHT), false);
        disabled.enable(false);
        PortalUser external = user();

        assertThat(passwords.isRight(Optional.empty(), RIGHT)).isFalse();
        assertThat(passwords.isRight(Optional.of(disabled), RIGHT)).isFalse();
        assertThat(passwords.isRight(Optional.of(external), RIGHT)).isFalse();
        assertThat(passwords.rounds).containsExactly(210_000, 210_000, 210_000);
    }

    @ParameterizedTest
    @CsvSource({
        "anna, elevenchars, password.short",
        "anna.lindberg, anna.lindberg, password.name",
        "anna.lindberg, Anna.Lindberg1, password.name",
        "anna, aaaaaaaaaaaaaaaa, password.simple",
        "anna, three words here,",
        "anna, annas own long secret here,"
    })
    void a_password_is_long_and_no_mere_name(String name, String password, String problem) {
        assertThat(PasswordRule.problem(name, password)).isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void a_made_password_keeps_to_the_rule() {
        assertThat(PasswordRule.problem("anna", Passwords.generate())).isEmpty();
    }

    private static PortalUser user() {
        return new PortalUser("anna", EnumSet.of(Role.VIEWER), Instant.EPOCH);
    }

    private static final class CountedPasswords extends Passwords {
        private final List<Integer> rounds = new ArrayList<>();

        @Override
        boolean matches(char[] password, String stored) {
            rounds.add(PasswordHash.parse(stored).rounds());
            return super.matches(password, stored);
        }
    }
}
