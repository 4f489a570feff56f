package org.photobridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.photobridge.simulator.TestClient.json;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.http.Fault;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.http.Site;

class FaultTest {
    private static final String PHOTO = "/users/anna.berg@contoso.onmicrosoft.com/photo";

    private M365Simulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator = M365Simulator.start(SimulatorOptions.defaults());
        client = new TestClient(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void an_armed_fault_hits_as_often_as_asked_and_then_no_more() {
        SimResponse busy = SimResponse.empty(429).with("Retry-After", "2.5");
        simulator.faults().add(Fault.answering(Site.GRAPH, "/photo$", 2, busy));
        assertThat(client.get("/users").statusCode()).isEqualTo(200);
        assertThat(client.get(PHOTO).headers().firstValue("Retry-After")).contains("2.5");
        assertThat(client.get(PHOTO).statusCode()).isEqualTo(429);
        assertThat(client.get(PHOTO).statusCode()).isEqualTo(200);
        assertThat(simulator.faults().waiting()).isEmpty();
    }

    @Test
    void a_fault_may_let_the_first_requests_pass() {
        simulator.faults().add(Fault.html(Site.GRAPH, "/photo$", 1, 503).afterSkipping(1));
        assertThat(client.get(PHOTO).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> page = client.get(PHOTO);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(new String(page.body())).contains("<html>");
    }

    @Test
    void items_of_a_batch_fail_one_by_one() {
        simulator
                .faults()
                .add(Fault.answering(
                        Site.GRAPH, "/photo$", 1, SimResponse.empty(429).with("Retry-After", "7")));
        String body = "{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"url\":\"" + PHOTO
                + "\"},{\"id\":\"b\",\"method\":\"GET\",\"url\":\"/users\"}]}";
        HttpResponse<byte[]> batch = client.batch(body);
        assertThat(batch.statusCode()).isEqualTo(200);
        assertThat(json(batch).path("responses").findValuesAsText("status")).containsExactlyInAnyOrder("429", "200");
    }

    @Test
    void connections_are_cut_before_and_within_the_body() {
        String value = PHOTO + "/$value";
        simulator.faults().add(Fault.halfBody(Site.GRAPH, "value$", 1));
        assertThatThrownBy(() -> client.get(value)).isInstanceOf(UncheckedIOException.class);
        // The JDK's client repeats a GET once by itself when the connection ends before the answer.
        simulator.faults().add(Fault.cut(Site.GRAPH, "value$", Fault.ALWAYS));
        assertThatThrownBy(() -> client.get(value)).isInstanceOf(UncheckedIOException.class);
        simulator.faults().clear();
        assertThat(client.get(value).statusCode()).isEqualTo(200);
    }

    @Test
    void connections_are_reset_once_the_request_was_worked_on() {
        String value = PHOTO + "/$value";
        simulator.requests().clear();
        // The JDK's client repeats a GET once by itself when the connection breaks before the answer.
        simulator.faults().add(Fault.reset(Site.GRAPH, "value$", 2));
        assertThatThrownBy(() -> client.get(value)).hasStackTraceContaining("reset");
        assertThat(simulator.requests().count(Site.GRAPH, "value$")).isEqualTo(2);
        assertThat(client.get(value).statusCode()).isEqualTo(200);
    }

    @Test
    void item_of_a_batch_that_is_reset_is_a_bad_gateway() {
        simulator.faults().add(Fault.reset(Site.GRAPH, "/photo$", 1));
        String body = "{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"url\":\"" + PHOTO + "\"}]}";
        assertThat(json(client.batch(body)).path("responses").findValuesAsText("status"))
                .containsExactly("502");
    }

    @Test
    void slow_answers_come_late_and_whole() {
        simulator.faults().add(Fault.slow(Site.GRAPH, "/users$", 1, Duration.ofMillis(300)));
        long start = System.nanoTime();
        assertThat(client.get("/users").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void slow_answers_count_as_being_worked_on() {
        String token = client.graphToken();
        simulator.requests().clear();
        simulator.faults().add(Fault.slow(Site.GRAPH, "/users$", 3, Duration.ofSeconds(1)));
        List<CompletableFuture<Integer>> calls = IntStream.range(0, 3)
                .mapToObj(i -> client.status(usersWith(token)))
                .toList();
        assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(200));
        assertThat(simulator.requests().mostAtOnce(Site.GRAPH)).isEqualTo(3);
    }

    private HttpRequest usersWith(String token) {
        return HttpRequest.newBuilder(URI.create(simulator.graphUrl() + "/v1.0/users"))
                .header("Authorization", "Bearer " + token)
                .build();
    }
}
