package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ODataTextTest {
    @Test
    void apostrophe_is_doubled_before_it_is_escaped() {
        assertThat(ODataText.literal("o'hara")).isEqualTo("'o%27%27hara'");
    }

    @Test
    void space_is_no_plus_sign() {
        assertThat(ODataText.literal("/User Photos/a+b")).isEqualTo("'%2FUser%20Photos%2Fa%2Bb'");
    }

    @Test
    void percent_and_hash_are_escaped_once() {
        assertThat(ODataText.literal("a%25#")).isEqualTo("'a%2525%23'");
    }

    @Test
    void any_letter_makes_an_address() {
        String literal = ODataText.literal("Zoë 秀兰 \"<>\\^`{|}");
        assertThat(URI.create("https://contoso-my.sharepoint.com/x(" + literal + ")")
                        .getPath())
                .isEqualTo("/x('Zoë 秀兰 \"<>\\^`{|}')");
    }
}
