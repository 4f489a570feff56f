package org.photobridge.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.PortalSession;
import org.photobridge.portal.test.SimulatedTenant;

class SupportPageIT extends BrowserTest {

    @Test
    void the_bundle_has_what_helps_and_neither_secrets_nor_names() throws Exception {
        signInAt("/people.xhtml");
        open("/support.xhtml");
        Download download = page().waitForDownload(
                        () -> page().locator("#support\\:download").click());

        assertThat(download.suggestedFilename()).isEqualTo("photobridge-support.zip");
        Map<String, String> files = files(download.path());
        assertThat(files.keySet())
                .contains(
                        "about.txt",
                        "settings.txt",
                        "home.txt",
                        "log.jsonl",
                        "connections.json",
                        "health.json",
                        "plans.json",
                        "providers.json",
                        "registrations.json",
                        "runs.json",
                        "budgets.json",
                        "database.json",
                        "queue.json",
                        "tasks.json");
        JsonNode connections = new ObjectMapper().readTree(files.get("connections.json"));
        assertThat(connections).hasSizeGreaterThanOrEqualTo(2);
        assertThat(files.get("settings.txt")).contains("photobridge.first-admin-password = (set)");
        assertThat(files.get("database.json")).contains("\"tables at version\"");
        assertThat(String.join("\n", files.values()))
                .doesNotContain(PortalSession.ADMIN_PASSWORD, SimulatedTenant.API_TOKEN, "PRIVATE KEY")
                .doesNotContain("Anna Berg", "anna.berg@", "anna_berg_")
                .doesNotContain(key());
    }

    @Test
    void it_looks_good_in_every_look() {
        signInAt("/support.xhtml");

        assertLooksGood("support", "/support.xhtml");
    }

    private static String key() throws Exception {
        return Files.readString(Path.of("target/it-home/encryption.key")).strip();
    }

    private static Map<String, String> files(Path zip) throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (ZipFile open = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : open.stream().toList()) {
                files.put(
                        entry.getName(), new String(open.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
