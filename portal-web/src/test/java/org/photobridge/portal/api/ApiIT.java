package org.photobridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.SimulatedTenant;

/** Scripts the portal over HTTP, as an operator would. */
@ArquillianTest
@RunAsClient
class ApiIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ArquillianResource
    private URL deployed;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void without_a_token_nothing_is_told() throws Exception {
        HttpResponse<String> answer =
                send(request("/plans", "not-a-token-0123456789abcdef").GET());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(MAPPER.readTree(answer.body()).path("detail").asText()).contains("Authorization: Bearer");
    }

    @Test
    void a_person_is_asked_for_followed_and_found() throws Exception {
        JsonNode accepted = post(
                "/requests",
                "{\"kind\": \"check\", \"scope\": {\"kind\": \"account\","
                        + " \"ids\": [\"anna.berg@contoso.onmicrosoft.com\"]}}");

        JsonNode run = get("/runs/" + accepted.path("runId").asLong());

        assertThat(run.path("kind").asText()).isEqualTo("CHECK");
        assertThat(run.path("trigger").asText()).isEqualTo("API");
        assertThat(run.path("actor").asText()).isEqualTo("tests");
        assertThat(get("/plans").path("items").get(0).path("name").asText()).isEqualTo(SimulatedTenant.PLAN);
        assertThat(get("/groups").path("items")).isNotEmpty();
    }

    @Test
    void what_is_not_known_or_not_sensible_is_refused_in_words() throws Exception {
        assertProblem(400, "{\"kind\": \"sync\", \"scope\": {\"kind\": \"all\"}, \"dryRun\": true}", "\"dryRun\"");
        assertProblem(400, "{\"kind\": \"erase\", \"scope\": {\"kind\": \"all\"}}", "sync, preview, check, undo");
        assertProblem(400, "{\"kind\": \"sync\", \"scope\": {\"kind\": \"group\", \"ids\": []}}", "GROUP");
        assertProblem(400, "{", "");
        assertProblem(404, "{\"plan\": \"none\", \"kind\": \"sync\", \"scope\": {\"kind\": \"all\"}}", "none");
        assertProblem(409, "{\"kind\": \"sync\", \"scope\": {\"kind\": \"all\"}, \"replaceAnyway\": true}", "reason");
        assertThat(send(request("/runs/999999", SimulatedTenant.API_TOKEN).GET())
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(request("/people?size=5000", SimulatedTenant.API_TOKEN).GET())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_description_is_there_for_whoever_has_a_token() throws Exception {
        assertThat(send(request("/openapi.yaml", SimulatedTenant.API_TOKEN).GET())
                        .body())
                .startsWith("openapi: 3.1.0");
    }

    private void assertProblem(int status, String body, String words) throws Exception {
        HttpResponse<String> answer = send(request("/requests", SimulatedTenant.API_TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(body + " -> " + answer.body()).isEqualTo(status);
        assertThat(MAPPER.readTree(answer.body()).path("detail").asText()).contains(words);
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer =
                send(request(path, SimulatedTenant.API_TOKEN).GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    private JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> answer = send(request(path, SimulatedTenant.API_TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/api/v1/runs/");
        return MAPPER.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, String token) {
        URI uri = URI.create("http://127.0.0.1:" + deployed.getPort() + "/api/v1" + path);
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
