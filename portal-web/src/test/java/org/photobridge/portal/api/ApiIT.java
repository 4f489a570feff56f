package org.photobridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photobridge.portal.test.SimulatedTenant;

/** Scripts the portal over HTTP, as an operator would. */
@ArquillianTest
@RunAsClient
class ApiIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
    void reading_the_audit_is_itself_in_the_audit() throws Exception {
        get("/audit?size=1&text=this-reading");

        JsonNode entry = get("/audit?action=audit.exported").path("items").get(0);

        assertThat(entry.path("actor").asText()).isEqualTo("tests");
        assertThat(entry.path("after").asText()).startsWith("REST before now");
        assertThat(get("/audit?action=audit.exported&text=this-reading&size=1").path("items"))
                .isNotEmpty();
    }

    @Test
    void what_is_not_known_or_not_sensible_is_refused_in_words() throws Exception {
        assertProblem(400, "{\"kind\": \"sync\", \"scope\": {\"kind\": \"all\"}, \"dryRun\": true}", "'dryRun'");
        assertProblem(400, "{\"kind\": \"erase\", \"scope\": {\"kind\": \"all\"}}", "sync, preview, check, undo");
        assertProblem(400, "{\"kind\": \"sync\", \"scope\": {\"kind\": \"list\", \"ids\": [null]}}", "'scope.ids[0]'");
        assertProblem(400, "{", "line 1");
        assertProblem(400, "null", "kind and scope");
        assertProblem(400, "", "empty");
        assertProblem(404, "{\"plan\": \"none\", \"kind\": \"sync\", \"scope\": {\"kind\": \"all\"}}", "none");
        assertProblem(409, "{\"kind\": \"sync\", \"scope\": {\"kind\": \"all\"}, \"replaceAnyway\": true}", "reason");
        assertProblem(
                409, "{\"kind\": \"sync\", \"scope\": {\"kind\": \"all\"}, \"follows\": 999999}", "no longer exists");
        assertProblem(
                400,
                "{\"kind\": \"sync\", \"scope\": {\"kind\": \"all\"}, \"reason\": \"" + "x".repeat(1001) + "\"}",
                "'reason' has more than 1000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | /people?condition=FOO                     | in_sync, out_of_date",
                "400 | /people?conditon=FAILED                   | known are [condition, department,",
                "400 | /people?size=abc                          | 'size' is a whole number",
                "400 | /people?size=-1                           | 'size' is 1 to 1000",
                "400 | /people?first=99999999999                 | 'first' is 0 to",
                "400 | /people?text=a%00b                        | 'text' has characters",
                "400 | /plans?x=1                                | takes no parameters",
                "400 | /runs?state=FOO                           | awaiting_approval",
                "400 | /runs?kind=SYNC&kind=FOO                  | sync, preview, check, undo",
                "400 | /runs/1/outcomes?outcome=FOO              | would_update",
                "400 | /runs/1/outcomes?size=0                   | 'size' is 1 to 1000",
                "400 | /runs/1/outcomes?after=%00                | 'after' has characters",
                "400 | /audit?before=abc                         | 'before' is a whole number",
                "400 | /audit?from=yesterday                     | such as 2026-01-31",
                "400 | /audit?until=%2B999999-01-01T00:00:00Z    | such as 2026-01-31",
                "404 | /runs?plan=none                           | no plan 'none'",
                "404 | /runs/abc                                 | no run abc",
                "404 | /runs/99999999999999999999                | no run 9999",
                "404 | /runs/999999                              | no run 999999",
                "404 | /people/nobody                            | Nobody with this id",
                "404 | /groups/nobody/members                    | no such group",
                "404 | /nothing                                  | openapi.yaml lists"
            })
    void what_a_query_says_wrongly_is_refused_in_words(int status, String path, String words) throws Exception {
        assertProblem(status, send(request(path, SimulatedTenant.API_TOKEN).GET()), words);
    }

    @Test
    void what_the_server_refuses_by_itself_is_said_in_words_too() throws Exception {
        String token = SimulatedTenant.API_TOKEN;
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("kind=sync");

        assertProblem(405, send(request("/plans", token).DELETE()), "doesn't take this method");
        assertProblem(406, send(request("/plans", token).header("Accept", "text/html")), "accept application/json");
        assertProblem(
                415,
                send(request("/requests", token)
                        .header("Content-Type", "text/plain")
                        .POST(body)),
                "Send JSON");
    }

    @Test
    void the_pages_of_a_runs_outcomes_make_the_whole_and_an_ended_run_stays_as_it_is() throws Exception {
        long run = post(
                        "/requests",
                        "{\"kind\": \"check\", \"scope\": {\"kind\": \"list\", \"ids\": [\"paged-1\", \"paged-2\", \"paged-3\","
                                + " \"paged-4\", \"paged-5\", \"paged-6\"], \"label\": \"Six that there aren't\"}}")
                .path("runId")
                .asLong();
        JsonNode ended = awaitEnd(run);
        String outcomes = "/runs/" + run + "/outcomes";

        JsonNode whole = get(outcomes);

        assertThat(whole.path("items")).hasSize(6);
        assertThat(whole.has("next")).isFalse();
        assertThat(ended.path("outcomes"))
                .allSatisfy(count -> assertThat(count.asInt()).isEqualTo(6));
        assertThat(paged(outcomes, 4)).isEqualTo(whole.path("items"));
        assertThat(paged(outcomes, 2))
                .as("the last page is full, and says that it is the last")
                .isEqualTo(whole.path("items"));
        String outcome = whole.path("items").get(0).path("outcome").asText();
        assertThat(get(outcomes + "?outcome=" + outcome.toLowerCase(Locale.ROOT))
                        .path("items"))
                .isEqualTo(whole.path("items"));
        assertThat(get(outcomes + "?outcome=UPDATED").path("items")).isEmpty();

        HttpResponse<String> cancelled = send(request("/runs/" + run + "/cancel", SimulatedTenant.API_TOKEN)
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(MAPPER.readTree(cancelled.body())).isEqualTo(ended);
        assertThat(get("/runs?plan=" + SimulatedTenant.PLAN + "&state="
                                + ended.path("state").asText() + "&kind=check")
                        .path("items"))
                .contains(ended);
    }

    @Test
    void a_groups_members_are_people_as_the_list_has_them() throws Exception {
        JsonNode seen = null;
        for (JsonNode group : get("/groups").path("items")) {
            if (group.path("membersVisible").asBoolean() && seen == null) {
                JsonNode members = get("/groups/" + group.path("id").asText() + "/members");
                assertThat(members.path("complete").isBoolean()).isTrue();
                seen = members.path("items").get(0);
            }
        }

        assertThat(seen).isNotNull();
        assertThat(awaitEnd(post(
                                "/requests",
                                "{\"kind\": \"check\", \"scope\": {\"kind\": \"account\", \"ids\": [\""
                                        + seen.path("id").asText() + "\"]}}")
                        .path("runId")
                        .asLong()))
                .isNotEmpty();
        JsonNode person = get("/people/" + seen.path("id").asText());
        assertThat(person.path("displayName")).isEqualTo(seen.path("displayName"));
        assertThat(person.path("lastCheckedAt").asText()).endsWith("Z");
        assertThat(names(person)).containsAll(names(seen));
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
        assertProblem(status, answer, words);
    }

    private static void assertProblem(int status, HttpResponse<String> answer, String words) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = MAPPER.readTree(answer.body());
        assertThat(problem.path("detail").asText()).contains(words).endsWith(".");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isNotEmpty();
        assertThat(problem.path("requestId").asText())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    /** All pages, one behind the other. */
    private ArrayNode paged(String path, int size) throws Exception {
        ArrayNode all = MAPPER.createArrayNode();
        JsonNode page = get(path + "?size=" + size);
        page.path("items").forEach(all::add);
        while (page.has("next")) {
            page = get(path + "?size=" + size + "&after=" + page.path("next").asText());
            assertThat(page.path("items")).isNotEmpty();
            page.path("items").forEach(all::add);
        }
        return all;
    }

    private JsonNode awaitEnd(long run) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode seen = get("/runs/" + run);
        while (!seen.path("ended").asBoolean()) {
            assertThat(System.nanoTime()).as("still %s", seen).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            seen = get("/runs/" + run);
        }
        return seen;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
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
