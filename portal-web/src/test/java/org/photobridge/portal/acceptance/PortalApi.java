package org.photobridge.portal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.photobridge.portal.test.SimulatedTenant;

/** Scripts a portal over REST, and waits for what it does. */
final class PortalApi {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    PortalApi(int port) {
        this.base = URI.create("http://127.0.0.1:" + port + "/api/v1/");
    }

    /** What a run said of one person. */
    record Said(String outcome, String condition, String reason, String category) {}

    /** Asks, and follows the run until it is over or stands still. */
    RunSeen run(Ask ask) throws Exception {
        return await(submit(ask), RunSeen::stands);
    }

    long submit(Ask ask) throws Exception {
        HttpRequest.Builder request = request("requests")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ask.json().toString()));
        return answer(request, 202).path("runId").asLong();
    }

    RunSeen await(long run, Predicate<RunSeen> until) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        RunSeen seen = find(run);
        while (!until.test(seen)) {
            assertThat(System.nanoTime()).as("still %s", seen).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            seen = find(run);
        }
        return seen;
    }

    RunSeen find(long run) throws Exception {
        return new RunSeen(answer(request("runs/" + run).GET(), 200));
    }

    RunSeen cancel(long run) throws Exception {
        answer(request("runs/" + run + "/cancel").POST(HttpRequest.BodyPublishers.noBody()), 200);
        return await(run, RunSeen::isEnded);
    }

    /** By the source's id of the person. */
    Map<String, Said> outcomes(long run) throws Exception {
        Map<String, Said> all = new LinkedHashMap<>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            JsonNode page = answer(request("runs/" + run + "/outcomes?size=50&after=" + after.get()), 200);
            page.path("items").forEach(item -> all.put(item.path("accountId").asText(), said(item)));
            after = page.hasNonNull("next") ? Optional.of(page.path("next").asText()) : Optional.empty();
        }
        return all;
    }

    private static Said said(JsonNode item) {
        return new Said(
                item.path("outcome").asText(),
                item.path("condition").asText(),
                item.path("reason").asText(),
                item.path("category").asText());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + SimulatedTenant.API_TOKEN)
                .timeout(Duration.ofSeconds(30));
    }

    private JsonNode answer(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return MAPPER.readTree(answer.body());
    }

    /** A request for a run. */
    record Ask(String kind, String plan, String scope, List<String> ids, Optional<Long> follows) {
        static Ask of(String kind, String scope, String... ids) {
            return new Ask(kind, SimulatedTenant.PLAN, scope, List.of(ids), Optional.empty());
        }

        static Ask of(String kind, List<String> ids) {
            return new Ask(kind, SimulatedTenant.PLAN, "list", ids, Optional.empty());
        }

        Ask by(String otherPlan) {
            return new Ask(kind, otherPlan, scope, ids, follows);
        }

        /** Approves what the other run has shown. */
        Ask after(RunSeen other) {
            return new Ask(kind, plan, scope, ids, Optional.of(other.id()));
        }

        ObjectNode json() {
            ObjectNode json = MAPPER.createObjectNode().put("plan", plan).put("kind", kind);
            ObjectNode whom = json.putObject("scope").put("kind", scope);
            ids.forEach(whom.putArray("ids")::add);
            follows.ifPresent(run -> json.put("follows", run));
            return json;
        }
    }
}
