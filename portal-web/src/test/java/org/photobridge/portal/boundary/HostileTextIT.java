package org.photobridge.portal.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.SimulatedTenant;
import org.photobridge.simulator.http.Fault;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.http.Site;

/** A tenant full of hostile names, seen on every page: all of it stays text. */
class HostileTextIT extends BrowserTest {
    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> dialogs = new ArrayList<>();

    @Test
    void names_from_outside_stay_text_on_every_page() throws IOException {
        page().onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        signInAt("/index.xhtml");
        long run = check(Map.of("kind", "all"));
        List<String> pages = pages();
        pages.add("/run.xhtml?id=" + run);
        pages.add("/people.xhtml?q=hostile");
        people().forEach(id -> pages.add("/person.xhtml?id=" + id));

        StringBuilder seen = new StringBuilder();
        boolean missing = false;
        for (String path : pages) {
            missing |= page().navigate(at(path)).status() == 404;
            page().waitForLoadState(LoadState.NETWORKIDLE);
            assertNothingOfItLives(page(), path);
            seen.append(page().locator("body").innerText());
        }

        if (missing) {
            expectTrouble("404"); // of pages that want an id
        }
        assertThat(seen.toString()).as("the name was shown, as text").contains(MARKUP);
    }

    @Test
    void what_a_link_brings_along_stays_text() throws IOException {
        page().onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        signInAt("/index.xhtml");
        String planted = "%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%3Cscript%3Ealert(2)%3C/script%3E";
        for (String path : pages()) {
            for (String parameters :
                    List.of("id=@", "plan=@", "q=@&text=@&condition=@&department=@&state=@&provider=@&from=@")) {
                String asked = path + "?" + parameters.replace("@", planted);

                assertThat(page().context().request().get(at(asked)).text())
                        .as(asked)
                        .doesNotContain("\"><img src=x", "<script>alert(2)");
            }
        }
        open("/people.xhtml?q=" + planted);
        page().waitForLoadState(LoadState.NETWORKIDLE);
        assertNothingOfItLives(page(), "/people.xhtml");
    }

    @Test
    void error_texts_of_services_stay_text() throws IOException {
        page().onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        signInAt("/index.xhtml");
        ObjectNode error = JSON.createObjectNode();
        error.putObject("error").put("code", "Denied\">" + MARKUP).put("message", MARKUP + "<script>alert(2)</script>");
        SimulatedTenant.get()
                .faults()
                .add(Fault.answering(Site.GRAPH, ".", Fault.ALWAYS, SimResponse.json(403, error)));
        try {
            long run = check(Map.of("kind", "account", "ids", List.of("anna.berg@contoso.onmicrosoft.com")));
            for (String path : List.of("/run.xhtml?id=" + run, "/runs.xhtml", "/index.xhtml", "/groups.xhtml")) {
                open(path);
                page().waitForLoadState(LoadState.NETWORKIDLE);
                assertNothingOfItLives(page(), path);
            }
        } finally {
            SimulatedTenant.get().faults().clear();
        }
    }

    private void assertNothingOfItLives(Page shown, String path) {
        assertThat(dialogs).as(path).isEmpty();
        assertThat(shown.locator("img[src='x'], img[onerror], [onclick*='alert'], script:text('alert(')")
                        .count())
                .as(path)
                .isZero();
        assertThat(shown.locator("a[href^='javascript:']").count()).as(path).isZero();
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/webapp"))) {
            return new ArrayList<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml") && !name.equals("signin.xhtml"))
                    .sorted()
                    .map(name -> "/" + name)
                    .toList());
        }
    }

    private long check(Map<String, ?> scope) throws IOException {
        APIResponse asked = page().context()
                .request()
                .post(at("/api/v1/requests"), token().setData(Map.of("kind", "check", "scope", scope)));
        long run = JSON.readTree(asked.body()).path("runId").asLong();
        assertThat(run).as(asked.text()).isPositive();
        while (!get("/runs/" + run).path("ended").asBoolean()) {
            LockSupport.parkNanos(200_000_000);
        }
        return run;
    }

    /** The ids of the people with hostile names, as the portal lists them. */
    private List<String> people() throws IOException {
        List<String> ids = new ArrayList<>();
        for (JsonNode person : get("/people?size=200").path("items")) {
            if (person.path("userPrincipalName").asText().startsWith("hostile.")) {
                ids.add(person.path("id").asText());
            }
        }
        assertThat(ids).as("people with hostile names").isNotEmpty();
        return ids;
    }

    private JsonNode get(String path) throws IOException {
        return JSON.readTree(
                page().context().request().get(at("/api/v1" + path), token()).body());
    }

    private static RequestOptions token() {
        return RequestOptions.create().setHeader("Authorization", "Bearer " + SimulatedTenant.API_TOKEN);
    }
}
