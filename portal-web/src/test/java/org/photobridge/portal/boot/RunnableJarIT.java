package org.photobridge.portal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
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
import org.photobridge.simulator.certificate.CertificateMaker;
import org.photobridge.simulator.certificate.KeyedCertificate;

/** photobridge.jar as an operator starts and ends it. */
@OwnProcess
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class RunnableJarIT {
    private static final int REFUSED = 2;
    private static final String TOKEN = "a-token-of-this-test-alone-0123456789";

    private final Map<String, String> more = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void it_starts_in_an_empty_home_tells_the_first_password_and_ends_when_it_is_asked_to() throws Exception {
        int port = freePort();
        Process portal = start("home", port);
        try {
            PortalClient client = new PortalClient(port);
            awaitReady(portal, client);

            Path password = folder.resolve("home/first-admin-password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                    .isEqualTo("rw-------");
            assertThat(log())
                    .contains(password.toString())
                    .doesNotContain(Files.readString(password).strip());
            assertThat(client.signIn("admin", Files.readString(password).strip())
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(target -> assertThat(target).endsWith("/index.xhtml"));

            assertThat(command("home", "reset-admin")).contains("Not done").contains("Stop it first");

            portal.destroy();
            assertThat(portal.waitFor(30, TimeUnit.SECONDS))
                    .as("ended after SIGTERM")
                    .isTrue();
            assertThatAdminIsReset();

            assertThat(start("home", port, "verify-audit").waitFor()).as(log()).isZero();
            assertThat(log()).contains("are as they were recorded. None is missing.");
        } finally {
            portal.destroyForcibly();
        }
    }

    private void assertThatAdminIsReset() throws Exception {
        String told = command("home", "reset-admin");

        Path password = folder.resolve("home/admin-password");
        assertThat(told)
                .contains("The account admin has all rights")
                .contains(password.toString())
                .doesNotContain(Files.readString(password).strip());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
    }

    @Test
    void nothing_of_a_wrong_bootstrap_file_stays_and_the_mended_one_is_applied() throws Exception {
        Files.writeString(folder.resolve("token"), TOKEN);
        bootstrap("\"apiTokens\": [{\"name\": \"script\", \"token\": {\"file\": \"token\"}}], \"colour\": \"blue\"");
        assertThat(start("home", freePort()).waitFor()).isEqualTo(REFUSED);
        assertThat(log()).contains("colour: is unknown here").contains("Nothing of it was applied");

        bootstrap("\"apiTokens\": [{\"name\": \"script\", \"token\": {\"file\": \"token\"}}]");
        int port = freePort();
        Process portal = start("home", port);
        try {
            PortalClient client = new PortalClient(port);
            awaitReady(portal, client);

            assertThat(client.send("/api/v1/plans", "GET", "Authorization", "Bearer " + TOKEN)
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            portal.destroyForcibly();
        }
    }

    @Test
    void a_limit_that_the_provider_doesn_t_have_or_that_can_t_be_is_told_with_those_that_can() throws Exception {
        Clock clock = Clock.systemUTC();
        KeyedCertificate certificate = new CertificateMaker(clock)
                .selfSigned("CN=limits", clock.instant().plus(Duration.ofDays(1)));
        Files.writeString(folder.resolve("app.pem"), certificate.pem());
        bootstrap("""
                "appRegistrations": [{"name": "App", "tenantId": "contoso.onmicrosoft.com",
                  "clientId": "11111111-2222-3333-4444-555555555555", "certificate": {"file": "app.pem"}}],
                "connections": [
                  {"name": "Exchange", "provider": "exchange", "role": "source", "appRegistration": "App",
                   "limits": {"outlook": {"units": 5, "window": "PT1M"}, "outlok": {"units": 5, "window": "PT1M"}}},
                  {"name": "SharePoint", "provider": "sharepoint", "role": "target", "appRegistration": "App",
                   "values": {"tenantName": "contoso"}, "limits": {
                     "ru": {"units": 0, "window": "PT1M"}, "ru-day": {"units": 9, "window": "PT0.5S"},
                     "people-manager": {"units": 2.5, "window": "P9999D"}, "minute": {"units": 9, "window": "PT1M"}}}]
                """);

        assertThat(start("home", freePort()).waitFor()).isEqualTo(REFUSED);
        assertThat(log())
                .contains("connections[0].limits.outlok: is unknown here; the limits of this provider are directory,")
                .contains("connections[1].limits.minute: is unknown here; the limits of this provider are people-man")
                .contains("connections[1].limits.ru.units: must be a whole number from 1")
                .contains("connections[1].limits.ru-day.window: must be whole seconds")
                .contains("connections[1].limits.people-manager.units: must be a whole number from 1")
                .contains("connections[1].limits.people-manager.window: must be whole seconds")
                .contains("Nothing of it was applied");
    }

    @Test
    void what_was_backed_up_is_restored_elsewhere_and_each_line_of_the_log_is_json() throws Exception {
        Files.writeString(folder.resolve("token"), TOKEN);
        bootstrap("\"apiTokens\": [{\"name\": \"script\", \"token\": {\"file\": \"token\"}}]");
        more.put("PHOTOBRIDGE_LOG_FORMAT", "json");
        String requestId = refusedRequest();
        assertLinesAreJsonAndNameTheRequest(log(), requestId);
        assertLinesAreJsonAndNameTheRequest(Files.readString(folder.resolve("home/logs/portal-0.log")), requestId);

        Path backup = folder.resolve("backup.zip");
        assertThat(command("home", "backup", backup.toString(), "--with-key")).contains("Backed up to " + backup);
        assertThat(command("elsewhere", "restore", backup.toString())).contains("Restored into");
        assertThat(command(
                        "home", "support-bundle", folder.resolve("support.zip").toString()))
                .contains("support.zip");

        Files.delete(folder.resolve("bootstrap.json"));
        int port = freePort();
        Process portal = start("elsewhere", port);
        try {
            PortalClient client = new PortalClient(port);
            awaitReady(portal, client);
            assertThat(client.send("/api/v1/plans", "GET", "Authorization", "Bearer " + TOKEN)
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            portal.destroyForcibly().waitFor();
        }
    }

    /** Starts the portal, asks it for something without a token, ends it. */
    private String refusedRequest() throws Exception {
        int port = freePort();
        Process portal = start("home", port);
        try {
            PortalClient client = new PortalClient(port);
            awaitReady(portal, client);
            assertThat(command("home", "backup", folder.resolve("early.zip").toString()))
                    .contains("is running");
            return client.get("/api/v1/plans")
                    .headers()
                    .firstValue("X-Request-Id")
                    .orElseThrow();
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

    private String command(String home, String... line) throws Exception {
        List<String> all = new ArrayList<>(List.of(java(), "-jar", "target/photobridge.jar"));
        all.addAll(List.of(line));
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.environment().put("PHOTOBRIDGE_HOME", folder.resolve(home).toString());
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_home_that_others_can_read_is_refused_in_words() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(start("home", freePort()).waitFor()).isEqualTo(REFUSED);
        assertThat(log()).contains("Photobridge can't start").contains("chmod 700 " + home);
    }

    @Test
    void a_port_in_use_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(start("home", taken.getLocalPort()).waitFor()).isEqualTo(REFUSED);
            assertThat(log()).contains("Port " + taken.getLocalPort()).contains("PHOTOBRIDGE_PORT");
        }
    }

    private Process start(String home, int port, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", "target/photobridge.jar"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        builder.environment()
                .putAll(Map.of(
                        "PHOTOBRIDGE_HOME", folder.resolve(home).toString(),
                        "PHOTOBRIDGE_PORT", Integer.toString(port),
                        "PHOTOBRIDGE_BOOTSTRAP", bootstrapFile()));
        builder.environment().putAll(more);
        return builder.start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void bootstrap(String content) throws IOException {
        Files.writeString(folder.resolve("bootstrap.json"), "{" + content + "}");
    }

    /** Where a test has put one, else no setting at all. */
    private String bootstrapFile() {
        Path file = folder.resolve("bootstrap.json");
        return Files.exists(file) ? file.toString() : "";
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

    private String log() throws IOException {
        return Files.readString(folder.resolve("log.txt"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return any.getLocalPort();
        }
    }
}
