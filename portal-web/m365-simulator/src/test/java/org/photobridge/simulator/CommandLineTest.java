package org.photobridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.photobridge.simulator.directory.SiteLocale;

class CommandLineTest {

    @Test
    void options_are_understood() {
        CommandLine line = CommandLine.parse(
                "--users", "7", "--port", "0", "--seed", "-3", "--throttle", "documented", "--locale", "de");
        assertThat(line.options().users()).isEqualTo(7);
        assertThat(line.options().port()).isZero();
        assertThat(line.options().seed()).isEqualTo(-3);
        assertThat(line.options().throttled()).isTrue();
        assertThat(line.options().locale()).isEqualTo(SiteLocale.DE);
    }

    @Test
    void nonsense_is_refused_in_words() {
        assertRefused("--users needs a number, not many", "--users", "many");
        assertRefused("--users must be from 1", "--users", "0");
        assertRefused("--port must be from 0", "--port", "70000");
        assertRefused("--locale is en, nl, de or pt", "--locale", "fr");
        assertRefused("--throttle is off or documented", "--throttle", "some");
        assertRefused("--host must be a loopback address", "--host", "0.0.0.0");
        assertRefused("There is no option --colour", "--colour", "red");
        assertRefused("--users needs a value", "--users");
    }

    private static void assertRefused(String words, String... args) {
        assertThatThrownBy(() -> CommandLine.parse(args))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }
}
