package org.photobridge.portal.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How a machine without a browser gets one, with an apt-get of our own that installs nothing. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "apt-get is a shell script here")
class ChromiumTest {
    private static final String ASK =
            "The browser tests need Chromium: install the package 'chromium' (Debian, Ubuntu: apt-get install chromium), "
                    + "or name a Chrome or Chromium in the environment variable PHOTOBRIDGE_CHROMIUM";

    @TempDir
    private Path machine;

    private Path bin;
    private Path apt;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void empty() throws IOException {
        bin = Files.createDirectory(machine.resolve("bin"));
        apt = machine.resolve("apt-get");
        environment.put("PATH", machine.resolve("nothing") + ":" + bin);
    }

    @Test
    void browser_that_is_there_is_used_and_nothing_is_installed() throws IOException {
        program(bin.resolve("google-chrome"), "");
        aptDoes("install) " + puts("chromium"));

        assertThat(asRoot().path()).isEqualTo(bin.resolve("google-chrome"));
        assertThat(asked()).isEmpty();
    }

    @Test
    void browser_that_is_named_is_used_before_any_other() throws IOException {
        program(bin.resolve("chromium"), "");
        environment.put(
                "PHOTOBRIDGE_CHROMIUM", program(machine.resolve("mine"), "").toString());

        assertThat(asRoot().path()).isEqualTo(machine.resolve("mine"));
    }

    @Test
    void wrong_name_is_told_and_nothing_is_installed_in_its_place() throws IOException {
        aptDoes("install) " + puts("chromium"));
        environment.put("PHOTOBRIDGE_CHROMIUM", machine.resolve("gone").toString());

        assertThatThrownBy(asRoot()::path)
                .hasMessage("The environment variable PHOTOBRIDGE_CHROMIUM names no program that can be run: "
                        + machine.resolve("gone") + ".");
        assertThat(asked()).isEmpty();
    }

    @Test
    void root_on_debian_gets_it_installed_without_a_question() throws IOException {
        aptDoes("install) " + puts("chromium"));

        assertThat(asRoot().path()).isEqualTo(bin.resolve("chromium"));
        assertThat(asked())
                .containsExactly(
                        "noninteractive update -q", "noninteractive install -q -y --no-install-recommends chromium");
    }

    @Test
    void who_isn_t_root_is_asked_to_install_it() throws IOException {
        aptDoes("install) " + puts("chromium"));

        assertThatThrownBy(new Chromium(environment::get, apt(false))::path).hasMessage(ASK + ".");
        assertThat(asked()).isEmpty();
    }

    @Test
    void machine_without_apt_is_asked_to_install_it() {
        assertThatThrownBy(asRoot()::path).hasMessage(ASK + ".");
    }

    @Test
    void failing_update_is_told_in_the_same_sentence_and_ends_the_trial() throws IOException {
        aptDoes("update) echo 'E: No network'; exit 100");

        assertThatThrownBy(asRoot()::path).hasMessage(ASK + "; here apt-get update failed: E: No network.");
        assertThat(asked()).containsExactly("noninteractive update -q");
    }

    @Test
    void package_that_doesn_t_exist_is_told_in_the_same_sentence() throws IOException {
        aptDoes("install) echo Reading...; echo 'E: Unable to locate package chromium' >&2; exit 100");

        assertThatThrownBy(asRoot()::path)
                .hasMessage(ASK + "; here apt-get install failed: E: Unable to locate package chromium.");
    }

    @Test
    void installation_that_brings_no_browser_is_not_taken_for_one() throws IOException {
        aptDoes("install) echo done");

        assertThatThrownBy(asRoot()::path).hasMessage(ASK + ".");
    }

    @Test
    void installation_that_never_ends_is_given_up() throws IOException {
        aptDoes("update) exec sleep 600");
        Apt impatient = new Apt(apt, true, Duration.ofMillis(200));

        assertThatThrownBy(new Chromium(environment::get, impatient)::path)
                .hasMessage(ASK + "; here apt-get update took too long.");
    }

    private Chromium asRoot() {
        return new Chromium(environment::get, apt(true));
    }

    private Apt apt(boolean root) {
        return new Apt(apt, root, Duration.ofMinutes(1));
    }

    /** An apt-get that notes what it was asked, then does one thing. */
    private void aptDoes(String branch) throws IOException {
        program(
                apt,
                "echo \"$DEBIAN_FRONTEND $*\" >> '" + machine.resolve("asked") + "'\n" + "case $1 in " + branch
                        + ";; esac");
    }

    private String puts(String name) {
        Path browser = bin.resolve(name);
        return "touch '" + browser + "'; chmod 755 '" + browser + "'";
    }

    private List<String> asked() throws IOException {
        Path asked = machine.resolve("asked");
        return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
    }

    private static Path program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
