package org.photobridge.portal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
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
import java.util.stream.Collectors;
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
    private static final String DATABASE_PASSWORD = "canary-database-password-c3d8";
    private static final String KEY_STORE_PASSWORD = "canary-key-store-password-58fa";
    private static final String OPENID_SECRET = "canary~openid.secret-0be12d77a4";
    private static final String WRONG_SECRET = "Wrong secret";

    /** What is configured and used, or, as the last two, configured and at least not told: nobody answers there. */
    private static final Map<String, String> SETTINGS = Map.of(
            "PHOTOBRIDGE_DATABASE_PASSWORD",
            DATABASE_PASSWORD,
            "PHOTOBRIDGE_TLS_PASSWORD",
            KEY_STORE_PASSWORD,
            "PHOTOBRIDGE_OIDC_ISSUER",
            "http://127.0.0.1:1",
            "PHOTOBRIDGE_OIDC_CLIENT_ID",
            "photobridge",
            "PHOTOBRIDGE_OIDC_ROLES",
            "admins=admin",
            "PHOTOBRIDGE_OIDC_CLIENT_SECRET",
            OPENID_SECRET);

    /** How each servlet is asked for something; one that isn't here fails the test. */
    private static final Map<String, List<String>> SERVLETS = Map.of(
            "/people.csv", List.of("/people.csv"),
            "/protected.csv", List.of("/protected.csv"),
            "/audit-export", List.of("/audit-export?format=csv", "/audit-export?format=json"),
            "/pictures", List.of("/pictures?connection=1&person=x"),
            "/signin/external", List.of("/signin/external"),
            "/signin/return", List.of("/signin/return?code=x&state=y"));

    @TempDir
    Path folder;

    private final Canaries canaries = new Canaries();
    private final Map<String, byte[]> said = new LinkedHashMap<>();

    @Test
    void secrets_show_nowhere() throws Exception {
        try (M365Simulator tenant =
                        M365Simulator.start(SimulatorOptions.defaults().users(40));
                PortalProcess portal = PortalProcess.start(folder, bootstrap(tenant), SETTINGS);
                CanaryPages pages = new CanaryPages(portal.port())) {
            plant(tenant, portal);
            use(portal, pages);
            said.putAll(pages.seen());
        }
        handOut();

        lookAt(folder.resolve("home"));
        said.put("portal.log", Files.readAllBytes(folder.resolve("portal.log")));
        said.put("the database as SQL", StoredText.of(folder.resolve("home/database/photobridge"), DATABASE_PASSWORD));

        assertThat(said).hasSizeGreaterThan(60);
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
        canaries.add("database password", DATABASE_PASSWORD);
        canaries.add("key store password", KEY_STORE_PASSWORD);
        canaries.add("OpenID client secret", OPENID_SECRET);
        canaries.add("chosen password", CanaryPages.NEW_PASSWORD);
        canaries.add("mail password", CanaryPages.MAIL_PASSWORD);
        canaries.add("webhook's signing key", CanaryPages.WEBHOOK_SECRET);
        canaries.add("webhook's address", CanaryPages.WEBHOOK_PATH);
        canaries.add("first password", firstPassword(portal));
        canaries.add(
                "encryption key",
                Files.readString(portal.home().resolve("encryption.key")).strip());
        canaries.addKey("private key", tenant.clientCertificate().pem());
    }

    private static String firstPassword(PortalProcess portal) throws IOException {
        return Files.readString(portal.home().resolve("first-admin-password")).strip();
    }

    private void use(PortalProcess portal, CanaryPages pages) throws Exception {
        PortalClient client = portal.client();
        client.signIn("admin", TYPED_PASSWORD);
        keep(client, "/api/v1/plans", "Authorization", "Bearer " + FORGED_TOKEN);
        portal.api().run(Ask.of("check", "all"));
        RunSeen run = portal.api().run(Ask.of("sync", "account", "anna.berg@contoso.onmicrosoft.com"));
        RunSeen failed = portal.api().run(Ask.of("check", "all").by(WRONG_SECRET));
        pages.signIn(firstPassword(portal));
        canaries.add("token made on the page", pages.makeToken());
        pages.makeChannels();
        pages.downloadRun(run.id());
        lookInto("bundle of the page", pages.download(folder));
        client.signIn("admin", CanaryPages.NEW_PASSWORD);
        canaries.add("session", client.sessionId());
        readPages(client, List.of(run, failed));
        for (Map.Entry<String, List<String>> servlet : SERVLETS.entrySet()) {
            for (String path : servlet.getValue()) {
                keep(client, path);
            }
        }
        readApi(client, run, portal.api().outcomes(run.id()).keySet().iterator().next());
    }

    private void readPages(PortalClient client, List<RunSeen> runs) throws Exception {
        for (String page : pages()) {
            keepPage(client, page);
        }
        for (long id = 1; id <= 3; id++) {
            for (String page : List.of("connection", "registration", "plan", "notification", "user")) {
                keepPage(client, "/" + page + ".xhtml?id=" + id);
            }
        }
        for (RunSeen run : runs) {
            keepPage(client, "/run.xhtml?id=" + run.id());
        }
    }

    /** Whoever is sent to another page hasn't read this one. */
    private void keepPage(PortalClient client, String page) throws Exception {
        keep(client, page);
        assertThat(new String(said.get(page), StandardCharsets.UTF_8)).as(page).contains("</html>");
    }

    /** All that the API lets read: the written matrix of its paths has a test that misses none. */
    private void readApi(PortalClient client, RunSeen run, String person) throws Exception {
        keepApi(client, "/metrics");
        keepApi(client, "/health");
        for (String line :
                Files.readAllLines(Path.of("src/test/resources/org/photobridge/portal/security/access-rest.txt"))) {
            if (line.startsWith("GET ")) {
                String path = line.substring(4, line.indexOf(" |")).strip();
                String id = path.startsWith("/runs") ? Long.toString(run.id()) : person;
                keepApi(client, "/api/v1" + path.replace("{id}", id));
                keepApi(client, "/api/v1" + path.replace("{id}", id) + "?plan=no%20such%20plan");
            }
        }
    }

    @Test
    void every_servlet_is_asked() {
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.photobridge.portal")
                                .stream()
                                .flatMap(type -> type.tryGetAnnotationOfType(WebServlet.class).stream())
                                .flatMap(servlet -> Stream.of(servlet.value()))
                                .collect(Collectors.toSet()))
                .isEqualTo(SERVLETS.keySet());
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
            said.put("output of " + command, PortalProcess.command(folder, SETTINGS, command, file.toString()));
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
