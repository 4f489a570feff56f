package org.photobridge.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
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

/** Metrics and health as a monitoring system asks for them. */
@ArquillianTest
@RunAsClient
class MetricsIT {
    private static final String FAILURES = "photobridge_sign_in_failures_total";

    @ArquillianResource
    private URL deployed;

    private PortalClient client;

    @BeforeEach
    void connect() {
        client = new PortalClient(deployed.getPort());
    }

    @Test
    void without_a_token_no_figure_is_told_not_even_to_who_is_signed_in() throws Exception {
        for (String path : new String[] {"/metrics", "/metrics/", "/metrics?scope=base"}) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(401);
            assertThat(client.get(path).body()).as(path).doesNotContain("photobridge_", "memory_");
        }
        assertThat(client.get("/metrics;x=y").statusCode()).as("a crooked path").isEqualTo(404);
        client.signIn("admin", PortalSession.ADMIN_PASSWORD);
        assertThat(client.get("/metrics").statusCode()).isEqualTo(401);
        assertThat(asked("/metrics", "not-a-token-0123456789abcdef").statusCode())
                .isEqualTo(401);
    }

    @Test
    void with_a_token_queues_and_runs_are_told_each_once() throws Exception {
        HttpResponse<String> answer = asked("/metrics", SimulatedTenant.API_TOKEN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.body())
                .contains("photobridge_runs{mp_scope=\"application\",state=\"QUEUED\"}")
                .contains("photobridge_queue_oldest_seconds{lane=\"BULK\"")
                .contains("photobridge_tasks_due{")
                .contains("photobridge_tasks_late_seconds{")
                .doesNotContain("memory_");
        assertThat(answer.body().lines().map(line -> line.replaceAll(" \\S+$", "")))
                .doesNotHaveDuplicates();
        assertThat(asked("/metrics?scope=base", SimulatedTenant.API_TOKEN).body())
                .contains("memory_usedHeap_bytes");
    }

    @Test
    void a_refused_sign_in_is_counted() throws Exception {
        double before = figure(FAILURES + "\\{[^}]*}");

        client.signIn("nobody-" + System.nanoTime(), "wrong-password");

        assertThat(figure(FAILURES + "\\{[^}]*}")).isGreaterThanOrEqualTo(before + 1);
    }

    @Test
    void a_run_is_counted_by_outcome_and_by_how_it_ended_and_its_limits_are_known() throws Exception {
        String outcomes = "photobridge_outcomes_total\\{kind=\"CHECK\"[^}]*}";
        String stops = "photobridge_run_stops_total\\{kind=\"CHECK\"[^}]*}";
        double people = sum(outcomes);
        double runs = sum(stops);

        check("bob.stein@contoso.onmicrosoft.com");

        while (sum(stops) < runs + 1) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        assertThat(sum(outcomes)).isGreaterThanOrEqualTo(people + 1);
        assertThat(asked("/metrics", SimulatedTenant.API_TOKEN).body())
                .contains("photobridge_budget_allowed{budget=")
                .contains("photobridge_budget_used{budget=")
                .contains("photobridge_budget_waits{budget=");
    }

    @Test
    void health_says_up_or_down_to_anybody_and_no_more() throws IOException, InterruptedException {
        assertThat(client.get("/health/ready").body())
                .contains("\"database\"", "\"queue\"", "\"providers\"")
                .doesNotContain("DOWN", "jdbc", "version", "exchange");
        assertThat(client.get("/health/live").body()).startsWith("{\"status\":\"UP\"");
        assertThat(client.get("/health/started").body()).contains("\"start\"").doesNotContain("DOWN");
    }

    private void check(String person) throws Exception {
        HttpResponse<String> asked = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(
                                        "http://127.0.0.1:" + deployed.getPort() + "/api/v1/requests"))
                                .header("Authorization", "Bearer " + SimulatedTenant.API_TOKEN)
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                        "{\"kind\": \"check\", \"scope\": {\"kind\": \"account\", \"ids\": [\"" + person
                                                + "\"]}}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    }

    private HttpResponse<String> asked(String path, String token) throws IOException, InterruptedException {
        return client.send(path, "GET", "Authorization", "Bearer " + token);
    }

    private double figure(String name) throws Exception {
        Matcher line = lines(name);
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private double sum(String name) throws Exception {
        Matcher line = lines(name);
        double sum = 0;
        while (line.find()) {
            sum += Double.parseDouble(line.group(1));
        }
        return sum;
    }

    private Matcher lines(String name) throws Exception {
        return Pattern.compile("(?m)^" + name + " (\\S+)$")
                .matcher(asked("/metrics", SimulatedTenant.API_TOKEN).body());
    }
}
