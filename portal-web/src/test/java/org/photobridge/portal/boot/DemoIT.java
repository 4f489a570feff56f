package org.photobridge.portal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.test.OwnProcess;
import org.photobridge.portal.test.PortalClient;
import org.photobridge.portal.test.PortalJar;

/** The demo as {@code mvn -Pdemo} starts it, but for Maven. */
@OwnProcess
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DemoIT {
    private static final Pattern ANNOUNCEMENT = Pattern.compile(
            "ready: (\\S+).*the password (\\S+).*REST interface is in (\\S+).*Ctrl\\+C ends", Pattern.DOTALL);

    @TempDir
    Path folder;

    private Process demo;

    @AfterEach
    void end() {
        demo.descendants().forEach(ProcessHandle::destroyForcibly);
        demo.destroyForcibly();
    }

    @Test
    void what_it_says_lets_people_and_scripts_in_and_ctrl_c_leaves_nothing_behind() throws Exception {
        int port = PortalJar.freePort();
        start(port);
        Matcher said = announcement();

        URI portal = URI.create(said.group(1));
        assertThat(portal).hasHost("127.0.0.1").hasPort(port);
        PortalClient client = new PortalClient(port);
        assertThat(client.signIn("admin", said.group(2)).headers().firstValue("Location"))
                .hasValueSatisfying(target -> assertThat(target).endsWith("/index.xhtml"));
        String token = Files.readString(Path.of(said.group(3))).strip();
        assertThat(client.send("/api/v1/plans", "GET", "Authorization", "Bearer " + token)
                        .body())
                .contains("\"Everybody\"");

        List<ProcessHandle> children = demo.descendants().toList();
        assertThat(children).as("the portal and the tenant").hasSize(2);
        // As Ctrl+C does, which a build in the background is made deaf to.
        demo.destroy();
        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    /** Of somebody who takes calls and never answers; nor must another portal be announced as the demo. */
    @Test
    void a_port_in_use_is_named_before_anything_is_started() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            start(taken.getLocalPort());
            String all = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(all).contains("Port " + taken.getLocalPort() + " can't be used");
            assertThat(demo.waitFor()).isNotZero();
            assertThat(folder.resolve("home/logs")).doesNotExist();
        }
    }

    private void start(int port) throws IOException {
        demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dphotobridge.port=" + port,
                        "-Ddemo.simulator.port=0",
                        "-Ddemo.home=" + folder.resolve("home"),
                        "-cp",
                        "target/classes",
                        "org.photobridge.portal.boot.DemoLauncher",
                        ".")
                .redirectErrorStream(true)
                .start();
    }

    private Matcher announcement() throws IOException {
        LineNumberReader lines =
                new LineNumberReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        Matcher matcher = ANNOUNCEMENT.matcher(all);
        while (!matcher.reset().find()) {
            String line = lines.readLine();
            assertThat(line).as("ended after: %s", all).isNotNull();
            all.append(line).append('\n');
        }
        return matcher;
    }
}
