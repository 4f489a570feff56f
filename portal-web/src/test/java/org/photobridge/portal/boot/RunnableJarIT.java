package org.photobridge.portal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.test.OwnProcess;
import org.photobridge.portal.test.PortalClient;
import org.photobridge.portal.test.PortalJar;

/** photobridge.jar as an operator starts and ends it. */
@OwnProcess
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class RunnableJarIT {
    private static final int REFUSED = 2;

    private final Map<String, String> more = new HashMap<>();

    @TempDir
    Path folder;

    /** One story, as each start of a server costs ten seconds: from a wrong file to a portal that moves house. */
    @Test
    void nothing_of_a_wrong_bootstrap_file_stays_and_the_mended_one_starts_a_portal_that_ends_moves_and_goes_on()
            throws Exception {
        BootstrapFiles files = new BootstrapFiles(folder);
        assertThatEveryMistakeIsTold(files);

        more.put("PHOTOBRIDGE_BOOTSTRAP", files.good().toString());
        more.put("PHOTOBRIDGE_LOG_FORMAT", "json");
        runForTheFirstTime();
        more.clear();
        assertThatAdminIsReset();
        PortalJar.Answer audit = PortalJar.command(home(), "verify-audit");
        assertThat(audit.text()).contains("are as they were recorded. None is missing.");
        assertThat(audit.exitCode()).isZero();
        String bundle = folder.resolve("support.zip").toString();
        assertThat(PortalJar.command(home(), "support-bundle", bundle).text()).contains("support.zip");
        assertThatABackupGoesOnElsewhere();
    }

    private void assertThatEveryMistakeIsTold(BootstrapFiles files) throws Exception {
        more.put("PHOTOBRIDGE_BOOTSTRAP", files.wrong().toString());

        assertThat(start(home(), PortalJar.freePort()).waitFor()).isEqualTo(REFUSED);
        String log = log();
        String told = log.substring(log.lastIndexOf("Photobridge can't start"));
        List<String> mistakes = told.lines()
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .toList();
        assertThat(mistakes)
                .extracting(line -> line.substring(0, Math.max(0, line.indexOf(": "))))
                .as(told)
                .containsExactlyInAnyOrderElementsOf(BootstrapFiles.MISTAKES);
        assertThat(told)
                .contains("has " + mistakes.size() + " errors", "Nothing of it was applied")
                .contains(BootstrapFiles.WORDS);
    }

    private void runForTheFirstTime() throws Exception {
        int port = PortalJar.freePort();
        Process portal = start(home(), port);
        try {
            PortalClient client = new PortalClient(port);
            awaitReady(portal, client);
            assertThat(client.send("/api/v1/plans", "GET", "Authorization", "Bearer " + BootstrapFiles.TOKEN)
                            .body())
                    .contains("\"" + BootstrapFiles.PLAN + "\"");
            assertThatTheFirstPasswordOpens(client);
            assertThat(command("reset-admin")).contains("Not done").contains("Stop it first");
            assertThat(command("backup", folder.resolve("early.zip").toString()))
                    .contains("is running");
            assertThatTheLogIsJson(new PortalClient(port));
            portal.destroy();
            assertThat(portal.waitFor(30, TimeUnit.SECONDS))
                    .as("ended after SIGTERM")
                    .isTrue();
        } finally {
            portal.destroyForcibly();
        }
    }

    private void assertThatTheFirstPasswordOpens(PortalClient client) throws Exception {
        Path password = home().resolve("first-admin-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
        assertThat(log())
                .contains(password.toString())
                .doesNotContain(Files.readString(password).strip());
        assertThat(client.signIn("admin", Files.readString(password).strip())
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(target -> assertThat(target).endsWith("/index.xhtml"));
    }

    private void assertThatTheLogIsJson(PortalClient stranger) throws Exception {
        String request = stranger.get("/api/v1/plans")
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
        assertLinesAreJsonAndNameTheRequest(log(), request);
        assertLinesAreJsonAndNameTheRequest(Files.readString(home().resolve("logs/portal-0.log")), request);
    }

    private void assertThatAdminIsReset() throws Exception {
        String told = command("reset-admin");

        Path password = home().resolve("admin-password");
        assertThat(told)
                .contains("The account admin has all rights")
                .contains(password.toString())
                .doesNotContain(Files.readString(password).strip());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
    }

    private void assertThatABackupGoesOnElsewhere() throws Exception {
        Path backup = folder.resolve("backup.zip");
        assertThat(command("backup", backup.toString(), "--with-key")).contains("Backed up to " + backup);
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(PortalJar.command(elsewhere, "restore", backup.toString()).text())
                .contains("Restored into");

        int port = PortalJar.freePort();
        Process portal = start(elsewhere, port);
        try {
            PortalClient client = new PortalClient(port);
            awaitReady(portal, client);
            assertThat(client.send("/api/v1/plans", "GET", "Authorization", "Bearer " + BootstrapFiles.TOKEN)
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            portal.destroyForcibly().waitFor();
        }
    }

    private static void assertLinesAreJsonAndNameTheRequest(String log, String requestId) throws IOException {
        List<String> requests = new ArrayList<>();
        for (String line : log.lines().toList()) {
            JsonNode record = new ObjectMapper().readTree(line);
            assertThat(record.path("time").asText()).as(line).endsWith("Z");
            assertThat(record.path("level").asText()).as(line).matches("ERROR|WARN|INFO|DEBUG");
            assertThat(record.has("message")).as(line).isTrue();
            requests.add(record.path("request").asText());
        }
        assertThat(requests).contains(requestId);
    }

    @Test
    void a_home_that_others_can_read_is_refused_in_words() throws Exception {
        Path home = Files.createDirectory(home());
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(start(home, PortalJar.freePort()).waitFor()).isEqualTo(REFUSED);
        assertThat(log()).contains("Photobridge can't start").contains("chmod 700 " + home);
    }

    @Test
    void a_port_in_use_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(start(home(), taken.getLocalPort()).waitFor()).isEqualTo(REFUSED);
            assertThat(log()).contains("Port " + taken.getLocalPort()).contains("PHOTOBRIDGE_PORT");
        }
    }

    private Process start(Path home, int port) throws IOException {
        ProcessBuilder builder =
                PortalJar.process(home).redirectOutput(folder.resolve("log.txt").toFile());
        builder.environment().put("PHOTOBRIDGE_PORT", Integer.toString(port));
        builder.environment().putAll(more);
        return builder.start();
    }

    private String command(String... words) throws Exception {
        return PortalJar.command(home(), words).text();
    }

    private void awaitReady(Process portal, PortalClient client) throws Exception {
        while (!isReady(client)) {
            assertThat(portal.waitFor(250, TimeUnit.MILLISECONDS))
                    .as("ended at start: %s", log())
                    .isFalse();
        }
    }

    private static boolean isReady(PortalClient client) throws InterruptedException {
        try {
            return client.get("/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Path home() {
        return folder.resolve("home");
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log.txt"));
    }
}
