package org.photobridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.simulator.TestClient.json;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.directory.Resource;
import org.photobridge.simulator.graph.ClaimsChallenge;

class GraphSwitchesTest {
    private static final String VALUE = "/users/anna.berg@contoso.onmicrosoft.com/photo/$value";
    private static final Pattern CLAIMS = Pattern.compile("error=\"insufficient_claims\", claims=\"([^\"]+)\"");

    private static M365Simulator simulator;
    private static TestClient client;

    @BeforeAll
    static void start() {
        simulator = M365Simulator.start(SimulatorOptions.defaults());
        client = new TestClient(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @AfterEach
    void switchOff() {
        set("{\"notModified\":false,\"claimsChallenge\":\"nobody\"}");
    }

    private static HttpResponse<byte[]> set(String wish) {
        return client.send(HttpRequest.newBuilder(URI.create(simulator.controlUrl() + "/control/graph"))
                .method("PATCH", BodyPublishers.ofString(wish))
                .build());
    }

    private static HttpResponse<byte[]> ifNoneMatch(String known) {
        return client.send(client.graph(VALUE).header("If-None-Match", known).build());
    }

    @Test
    void switches_are_shown_and_set_one_by_one() {
        assertThat(json(set("{\"notModified\":true}")).path("claimsChallenge").asText())
                .isEqualTo("NOBODY");
        assertThat(json(set("{\"claimsChallenge\":\"everybody\"}"))
                        .path("notModified")
                        .asBoolean())
                .isTrue();
        assertThat(simulator.graph().challenged()).isEqualTo(ClaimsChallenge.EVERYBODY);
        assertThat(set("{\"claimsChallenge\":\"some\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void known_picture_is_sent_again_unless_the_switch_is_on() {
        String etag = client.get(VALUE).headers().firstValue("ETag").orElseThrow();
        assertThat(ifNoneMatch(etag).statusCode()).isEqualTo(200);
        simulator.graph().answerNotModified(true);
        HttpResponse<byte[]> known = ifNoneMatch("\"x\", W/" + etag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.headers().firstValue("ETag")).contains(etag);
        assertThat(ifNoneMatch("\"other\"").statusCode()).isEqualTo(200);
        assertThat(client.get(VALUE).statusCode()).isEqualTo(200);
    }

    @Test
    void challenged_token_is_good_again_when_it_was_asked_for_with_the_claims() {
        simulator.graph().challenge(ClaimsChallenge.TOKENS_WITHOUT_CLAIMS);
        HttpResponse<byte[]> challenge = client.get("/users?$top=1");
        assertThat(challenge.statusCode()).isEqualTo(401);
        Map<String, String> form = new HashMap<>(client.secretForm(simulator.graphUrl()));
        form.put("claims", claims(challenge));
        assertThat(usersWith(token(form)).statusCode()).isEqualTo(200);
        form.put("claims", "{\"access_token\":{\"nbf\":{\"value\":\"1604106651\"}}}");
        assertThat(usersWith(token(form)).statusCode()).isEqualTo(401);
        form.put("claims", "nonsense");
        assertThat(usersWith(token(form)).statusCode()).isEqualTo(401);
    }

    @Test
    void whoever_is_shut_out_is_challenged_with_any_token() {
        simulator.graph().challenge(ClaimsChallenge.EVERYBODY);
        Map<String, String> form = new HashMap<>(client.secretForm(simulator.graphUrl()));
        form.put("claims", claims(client.get("/users?$top=1")));
        assertThat(usersWith(token(form)).statusCode()).isEqualTo(401);
        assertThat(client.batch("{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users\"}]}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_depends_on_a_failed_request_is_not_tried() {
        simulator.requests().clear();
        String body = "{\"requests\":["
                + "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users/nobody@contoso.onmicrosoft.com\"},"
                + "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/groups\",\"dependsOn\":[\"1\"]},"
                + "{\"id\":\"3\",\"method\":\"GET\",\"url\":\"/groups\",\"dependsOn\":[\"2\"]}]}";
        Map<String, Integer> statuses = statuses(client.batch(body));
        assertThat(statuses).isEqualTo(Map.of("1", 404, "2", 424, "3", 424));
        assertThat(simulator.requests().count(org.photobridge.simulator.http.Site.GRAPH, "/groups"))
                .isZero();
    }

    @Test
    void what_depends_on_good_requests_is_done_in_order() {
        String body = "{\"requests\":["
                + "{\"id\":\"a\",\"method\":\"GET\",\"url\":\"/users\"},"
                + "{\"id\":\"b\",\"method\":\"GET\",\"url\":\"/groups\",\"dependsOn\":[\"A\"]},"
                + "{\"id\":\"c\",\"method\":\"GET\",\"url\":\"/groups\",\"dependsOn\":[\"unheard of\"]}]}";
        assertThat(statuses(client.batch(body))).isEqualTo(Map.of("a", 200, "b", 200, "c", 424));
    }

    @Test
    void upload_is_refused_without_a_type_with_another_than_a_pictures_and_when_too_large() {
        simulator.app().grant(Resource.GRAPH, "User.ReadWrite.All");
        try {
            assertThat(put("", new byte[10])).isEqualTo(400);
            assertThat(put("application/octet-stream", new byte[10])).isEqualTo(415);
            assertThat(put("image/jpeg", new byte[4 * 1024 * 1024 + 1])).isEqualTo(413);
            assertThat(put("image/jpeg", "no picture".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(400);
            byte[] other = client.get(VALUE.replace("anna.berg", "carla.rossi")).body();
            String before = etag();
            assertThat(put("image/jpeg", other)).isEqualTo(200);
            assertThat(etag()).isNotEqualTo(before);
        } finally {
            simulator.app().revoke(Resource.GRAPH, "User.ReadWrite.All");
        }
        assertThat(put("image/jpeg", new byte[10])).isEqualTo(403);
    }

    private static String etag() {
        return json(client.get(VALUE.replace("/$value", "")))
                .path("@odata.mediaEtag")
                .asText();
    }

    private static int put(String type, byte[] picture) {
        HttpRequest.Builder request = client.graph(VALUE).PUT(BodyPublishers.ofByteArray(picture));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return client.send(request.build()).statusCode();
    }

    private static Map<String, Integer> statuses(HttpResponse<byte[]> batch) {
        Map<String, Integer> statuses = new HashMap<>();
        json(batch)
                .path("responses")
                .forEach(one ->
                        statuses.put(one.path("id").asText(), one.path("status").asInt()));
        return statuses;
    }

    private static String claims(HttpResponse<byte[]> challenge) {
        Matcher found = CLAIMS.matcher(
                challenge.headers().firstValue("WWW-Authenticate").orElse(""));
        assertThat(found.find()).isTrue();
        return new String(Base64.getDecoder().decode(found.group(1)), StandardCharsets.UTF_8);
    }

    private static String token(Map<String, String> form) {
        return json(client.token(form)).path("access_token").asText();
    }

    private static HttpResponse<byte[]> usersWith(String token) {
        return client.send(HttpRequest.newBuilder(URI.create(simulator.graphUrl() + "/v1.0/users?$top=1"))
                .header("Authorization", "Bearer " + token)
                .build());
    }
}
