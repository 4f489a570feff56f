package org.photobridge.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({
        "Anna Becker, AB",
        "Ngozi de la Cruz, NC",
        "anna, A",
        "'', ?",
        "=HYPERLINK(1), H",
        "<img src=x onerror=alert(1)>, IA",
        "'\u202eannA', A",
        "'\uD835\uDC00nna Ö', '\uD835\uDC00Ö'",
        "42, ?"
    })
    void initials_are_the_first_letters_of_the_first_and_the_last_word(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
