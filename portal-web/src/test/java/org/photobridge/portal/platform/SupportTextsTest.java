package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportTextsTest {
    private static final String CANARY = "canary-7f3a9c";

    @TempDir
    Path folder;

    @Test
    void of_a_setting_that_may_be_secret_only_its_being_there_is_told() {
        String settings = SupportTexts.settings(
                Map.of(
                        "PHOTOBRIDGE_PORT", "8081",
                        "PHOTOBRIDGE_DATABASE_PASSWORD", CANARY,
                        "PHOTOBRIDGE_DATABASE_URL", "jdbc:postgresql://db/x?password=" + CANARY,
                        "PHOTOBRIDGE_OIDC_CLIENT_SECRET", CANARY,
                        "OTHER", CANARY),
                Map.of("photobridge.encryption.key", CANARY, "photobridge.port", "8082", "user.name", CANARY));

        assertThat(settings)
                .contains("photobridge.port = 8082\n")
                .contains("PHOTOBRIDGE_DATABASE_PASSWORD = (set)\n")
                .contains("photobridge.encryption.key = (set)\n")
                .doesNotContain(CANARY, "OTHER", "user.name");
    }

    @Test
    void the_latest_log_lines_are_told_without_addresses_and_secrets() throws Exception {
        Home home = Home.open(folder.resolve("home").toString());
        home.writeSecret("encryption.key", CANARY);
        Files.writeString(home.subfolder("logs").resolve("portal-1.log"), "{\"message\":\"older\"}\n");
        Files.writeString(
                home.subfolder("logs").resolve("portal-0.log"),
                "{\"message\":\"Bearer " + CANARY + " of anna.berg@contoso.com, client_secret=" + CANARY + "\"}\n");

        Map<String, String> texts = SupportTexts.of(home, "1.2.3");

        assertThat(texts.get("log.jsonl").lines()).hasSize(2).first().asString().contains("older");
        assertThat(texts.get("log.jsonl")).contains("<address>").doesNotContain("anna", "contoso");
        assertThat(texts.get("about.txt")).contains("photobridge = 1.2.3");
        assertThat(texts.get("home.txt")).contains("rw------- ").contains("encryption.key");
        assertThat(String.join("", texts.values())).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer " + CANARY,
                "?client_assertion=" + CANARY + "&x=1",
                "{\\\"password\\\":\\\"" + CANARY + "\\\"}",
                "password: " + CANARY,
                "access_token=" + CANARY,
                "eyJhbGciOiJub25lIn0." + CANARY + ".x",
                "-----BEGIN PRIVATE KEY-----\\n" + CANARY + "\\n-----END PRIVATE KEY-----",
                "/User Photos/Profile Pictures/" + CANARY + "_MThumb.jpg",
                "i:0#.f|membership|" + CANARY + "@contoso.onmicrosoft.com"
            })
    void what_names_somebody_or_opens_something_is_masked(String text) {
        assertThat(Masked.text("before " + text + " after")).doesNotContain(CANARY);
    }

    @Test
    void what_helps_stays() {
        String text =
                "Run 12 waits until 2026-01-01T12:00:00Z: graph-429 (object 6f9619ff-8b86-d011-b42d-00cf4fc964ff)";

        assertThat(Masked.text(text)).isEqualTo(text);
    }
}
