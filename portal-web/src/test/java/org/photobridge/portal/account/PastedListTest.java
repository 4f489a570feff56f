package org.photobridge.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PastedListTest {

    @Test
    void entries_are_separated_by_lines_commas_semicolons_and_tabs() {
        assertThat(PastedList.of("anna@contoso.com\r\nbudi@contoso.com, Citra Dewi;\tdan@contoso.com\n\n"))
                .containsExactly("anna@contoso.com", "budi@contoso.com", "Citra Dewi", "dan@contoso.com");
    }

    @Test
    void an_address_copied_from_a_mail_is_taken_out_of_its_brackets() {
        assertThat(PastedList.of("\"Anna Becker\" <anna@contoso.com>; Budi <budi@contoso.com>"))
                .containsExactly("anna@contoso.com", "budi@contoso.com");
    }

    @Test
    void the_same_entry_in_another_case_comes_once() {
        assertThat(PastedList.of("Anna@Contoso.com\nanna@contoso.com")).containsExactly("Anna@Contoso.com");
    }

    @Test
    void invisible_marks_are_dropped_and_markup_stays_text() {
        assertThat(PastedList.of("\u202eanna@contoso.com\u200b")).containsExactly("anna@contoso.com");
        assertThat(PastedList.of("<img src=x onerror=alert(1)>")).containsExactly("<img src=x onerror=alert(1)>");
    }

    @Test
    void a_thousand_entries_fit_and_one_more_does_not() {
        assertThat(PastedList.fits(PastedList.of(people(1000)))).isTrue();
        assertThat(PastedList.fits(PastedList.of(people(1001)))).isFalse();
    }

    private static String people(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "p" + i + "@contoso.com")
                .collect(Collectors.joining("\n"));
    }
}
