package org.photobridge.portal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.acceptance.PortalApi.Ask;
import org.photobridge.portal.test.OwnProcess;
import org.photobridge.portal.test.PortalClient;
import org.photobridge.portal.test.SimulatedTenant;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;

/**
 * Plants secrets of every kind, uses the portal in every way there is, and looks for them in all that it has said,
 * stored and handed out.
 */
@OwnProcess
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class CanaryIT {
    private static final String CLIENT_SECRET = "canary~client.secret-4f0c9d2ab7";
    private static final String TYPED_PASSWORD = "canary-mistyped-password-81e3";
    private static final String FORGED_TOKEN = "canary_forged_token_5512a9c0ffee";
    private static final String WRONG_SECRET = "Wrong secret";

    @TempDir
    Path folder;

    private final Canaries canaries = new Canaries();
    private final Map<String, byte[]> said = new LinkedHashMap<>();

    @Test
    void secrets_show_nowhere() throws Exception {
        try (M365Simulator tenant =
                        M365Simulator.start(SimulatorOptions.defaults().users(40));
                PortalProcess portal = PortalProcess.start(folder, bootstrap(tenant))) {
            plant(tenant, portal);
            use(portal);
        }
        handOut();

        lookAt(folder.resolve("home"));
        said.put("portal.log", Files.readAllBytes(folder.resolve("portal.log")));
        said.put("the database as SQL", StoredText.of(folder.resolve("home/database/photobridge")));

        assertThat(said).hasSizeGreaterThan(40);
        said.forEach((where, what) ->
                assertThat(canaries.in(what)).as("found in %s", where).isEmpty());
    }

    /** The search itself is worth something only if it finds what is there. */
    @Test
    void a_canary_is_found_in_whatever_form_it_is_written() {
        canaries.add("client secret", CLIENT_SECRET);
        byte[] plain = ("x" + CLIENT_SECRET + "y").getBytes(StandardCharsets.UTF_8);
        byte[] wide = CLIENT_SECRET.getBytes(StandardCharsets.UTF_16LE);
        String hex = java.util.HexFormat.of().formatHex(plain);
        String base64 = java.util.Base64.getEncoder().encodeToString(plain);

        assertThat(canaries.in(plain)).containsExactly("client secret");
        assertThat(canaries.in(wide)).containsExactly("client secret");
        assertThat(canaries.in(hex.getBytes(StandardCharsets.US_ASCII))).containsExactly("client secret");
        assertThat(canaries.in(base64.getBytes(StandardCharsets.US_ASCII))).containsExactly("client secret");
        assertThat(canaries.in("harmless".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    }

    private Path bootstrap(M365Simulator tenant) throws IOException {
        TenantFiles.hurry(tenant);
        return new TenantFiles(tenant, folder)
                .write("secret.txt", CLIENT_SECRET)
                .withSecret(WRONG_SECRET, tenant.clientId(), "secret.txt")
                .source(WRONG_SECRET, WRONG_SECRET, tenant.graphUrl())
                .plan(WRONG_SECRET, WRONG_SECRET, TenantFiles.SHAREPOINT)
                .done();
    }

    private void plant(M365Simulator tenant, PortalProcess portal) throws IOException {
        canaries.add("client secret", CLIENT_SECRET);
        canaries.add("mistyped password", TYPED_PASSWORD);
        canaries.add("forged token", FORGED_TOKEN);
        canaries.add("API token", SimulatedTenant.API_TOKEN);
        canaries.add("first password", firstPassword(portal));
        canaries.add(
                "encryption key",
                Files.readString(portal.home().resolve("encryption.key")).strip());
        canaries.addKey("private key", tenant.clientCertificate().pem());
    }

    private static String firstPassword(PortalProcess portal) throws IOException {
        return Files.readString(portal.home().resolve("first-admin-password")).strip();
    }

    private void use(PortalProcess portal) throws Exception {
        PortalClient client = portal.client();
        client.signIn("admin", TYPED_PASSWORD);
        keep(client, "/api/v1/plans", "Authorization", "Bearer " + FORGED_TOKEN);
        portal.api().run(Ask.of("check", "all"));
        RunSeen run = portal.api().run(Ask.of("sync", "account", "anna.berg@contoso.onmicrosoft.com"));
        RunSeen failed = portal.api().run(Ask.of("check", "all").by(WRONG_SECRET));
        client.signIn("admin", firstPassword(portal));
        canaries.add("session", client.sessionId());
        for (String page : pages()) {
            keep(client, page);
        }
        for (long id = 1; id <= 3; id++) {
            keep(client, "/connection.xhtml?id=" + id);
            keep(client, "/registration.xhtml?id=" + id);
            keep(client, "/plan.xhtml?id=" + id);
        }
        for (RunSeen seen : List.of(run, failed)) {
            keep(client, "/run.xhtml?id=" + seen.id());
            keepApi(client, "/api/v1/runs/" + seen.id());
            keepApi(client, "/api/v1/runs/" + seen.id() + "/outcomes");
        }
        keep(client, "/people.csv");
        keepApi(client, "/metrics");
        for (String path : List.of("plans", "people", "groups", "runs", "openapi.yaml")) {
            keepApi(client, "/api/v1/" + path);
        }
    }

    /** Every page there is, also those that come after this test was written. */
    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/webapp"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .sorted()
                    .map(name -> "/" + name)
                    .toList();
        }
    }

    private void keepApi(PortalClient client, String path) throws Exception {
        keep(client, path, "Authorization", "Bearer " + SimulatedTenant.API_TOKEN);
    }

    private void keep(PortalClient client, String path, String... headers) throws Exception {
        HttpResponse<String> answer = headers.length == 0 ? client.get(path) : client.send(path, "GET", headers);
        assertThat(answer.statusCode()).as(path).isNotEqualTo(500);
        said.put(path, answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** What the operator's commands put into files. */
    private void handOut() throws Exception {
        for (String command : List.of("backup", "support-bundle")) {
            Path file = folder.resolve(command + ".zip");
            said.put("output of " + command, PortalProcess.command(folder, command, file.toString()));
            lookInto(command, file);
        }
    }

    private void lookInto(String name, Path zipped) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().endsWith(".jar")) {
                    said.put(name + ": " + entry.getName(), zip.readAllBytes());
                }
            }
        }
    }

    /** All of the home folder but the two files that are there to hold a secret, and the providers' programs. */
    private void lookAt(Path home) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve("providers")))
                    .filter(file -> !file.equals(home.resolve("encryption.key")))
                    .filter(file -> !file.equals(home.resolve("first-admin-password")))
                    .forEach(found::add);
        }
        for (Path file : found) {
            said.put(home.relativize(file).toString(), Files.readAllBytes(file));
        }
    }
}
