package org.photobridge.portal.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.PortalClient;
import org.photobridge.portal.test.PortalSession;
import org.photobridge.portal.test.SimulatedTenant;

/** Every kind of answer has the headers of the written list, {@code headers.txt}, and no others. */
@ArquillianTest
@RunAsClient
class HeadersIT {
    private static final Pattern RESOURCE = Pattern.compile("(?:href|src)=\"(/jakarta\\.faces\\.resource/[^\"]+)\"");
    private static final Pattern PICTURE = Pattern.compile("src=\"(/pictures\\?[^\"]+)\"");
    private static final String[] TOKEN = {"Authorization", "Bearer " + SimulatedTenant.API_TOKEN};

    @ArquillianResource
    private URL deployed;

    private final WrittenHeaders written = WrittenHeaders.read();
    private PortalClient client;

    @BeforeEach
    void connect() {
        client = new PortalClient(deployed.getPort());
    }

    @Test
    void pages() throws Exception {
        assertAs("page", 200, client.get("/signin.xhtml"));
        signIn();
        for (String page :
                List.of("/index.xhtml", "/people.xhtml", "/runs.xhtml", "/connections.xhtml", "/plans.xhtml")) {
            assertAs("page", 200, client.get(page));
        }
    }

    @Test
    void redirects() throws Exception {
        assertAs("redirect", 302, client.get("/people.xhtml?q=x"));
    }

    @Test
    void everything_that_a_page_is_drawn_with() throws Exception {
        Matcher resources = RESOURCE.matcher(client.get("/signin.xhtml").body());
        int seen = 0;
        while (resources.find()) {
            assertAs("resource", 200, client.get(resources.group(1).replace("&amp;", "&")));
            seen++;
        }
        assertThat(seen).isGreaterThan(5);
    }

    @Test
    void pictures() throws Exception {
        signIn();
        runCheckOfAnna();
        Matcher picture = PICTURE.matcher(client.get("/people.xhtml").body());

        assertThat(picture.find()).as("a picture in the list of people").isTrue();
        assertAs("picture", 200, client.get(picture.group(1).replace("&amp;", "&")));
    }

    @Test
    void files() throws Exception {
        signIn();
        assertAs("file", 200, client.get("/people.csv"));
    }

    @Test
    void the_api() throws Exception {
        assertAs("api", 200, client.send("/api/v1/plans", "GET", TOKEN));
        assertAs("api-problem", 401, client.get("/api/v1/plans"));
        assertAs("api-problem", 404, client.send("/api/v1/runs/999999", "GET", TOKEN));
        assertAs("api-problem", 400, client.send("/api/v1/people?size=5000", "GET", TOKEN));
        assertAs("api-problem", 404, client.send("/api/v1/nothing", "GET", TOKEN));
        assertAs("api-problem", 405, client.send("/api/v1/plans", "DELETE", TOKEN));
    }

    @Test
    void errors() throws Exception {
        assertAs("error", 403, client.send("/signin.xhtml", "POST", "Origin", "https://evil.example"));
        assertAs("error", 404, client.get("/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF"));
        signIn();
        assertAs("error", 404, client.get("/nothing.xhtml"));
        assertAs("error", 404, client.get("/nothing"));
        assertAs("missing-resource", 404, client.get("/jakarta.faces.resource/nothing.css.xhtml?ln=portal"));
        HttpResponse<String> page = client.get("/pasted.xhtml");
        assertAs("error", 413, client.submit(page, "pasted", Map.of("pasted:text", "x".repeat(3 << 20))));
    }

    @Test
    void health() throws Exception {
        assertAs("health", 200, client.get("/health/ready"));
        assertAs("health", 200, client.get("/health"));
    }

    private void signIn() throws IOException, InterruptedException {
        client.signIn("admin", PortalSession.ADMIN_PASSWORD);
    }

    /** So that at least one picture is kept. */
    private void runCheckOfAnna() throws Exception {
        HttpResponse<String> asked = client.post(
                "/api/v1/requests",
                "{\"kind\": \"check\", \"scope\": {\"kind\": \"account\", \"ids\": [\"anna.berg@contoso.onmicrosoft.com\"]}}",
                TOKEN[0],
                TOKEN[1],
                "Content-Type",
                "application/json");
        ObjectMapper json = new ObjectMapper();
        String run = "/api/v1/runs/" + json.readTree(asked.body()).path("runId").asLong();
        JsonNode seen = json.readTree(client.send(run, "GET", TOKEN).body());
        while (!seen.path("ended").asBoolean()) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            seen = json.readTree(client.send(run, "GET", TOKEN).body());
        }
    }

    private void assertAs(String kind, int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s: %s", answer.uri(), answer.headers())
                .isEqualTo(status);
        assertThat(written.differences(kind, answer.headers().map()))
                .as("%s %s as %s", answer.statusCode(), answer.uri(), kind)
                .isEmpty();
    }
}
