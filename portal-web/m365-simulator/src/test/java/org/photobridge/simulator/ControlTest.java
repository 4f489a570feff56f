package org.photobridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.simulator.TestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.http.Site;

class ControlTest {
    private static final String ANNA = "/people/anna.berg@contoso.onmicrosoft.com";
    private static final String ANNAS_PHOTO = "/users/anna.berg@contoso.onmicrosoft.com/photo";

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
    void it_says_what_it_can_do() {
        HttpResponse<byte[]> help = call("GET", "/", "");
        assertThat(help.statusCode()).isEqualTo(200);
        assertThat(new String(help.body())).contains("/control/people", "/control/faults", "/control/throttle");
        assertThat(call("GET", "/nothing", "").statusCode()).isEqualTo(404);
        assertThat(call("GET", "/people/nobody", "").statusCode()).isEqualTo(404);
    }

    @Test
    void people_are_shown_and_changed() {
        assertThat(json(call("GET", "/people?query=BERG", "")).path("people")).hasSize(1);
        JsonNode changed = json(call("PATCH", ANNA, "{\"accountEnabled\":false,\"department\":\"Legal\"}"));
        assertThat(changed.path("accountEnabled").asBoolean()).isFalse();
        JsonNode user = json(client.get("/users/anna.berg@contoso.onmicrosoft.com?$select=accountEnabled,department"));
        assertThat(user.path("accountEnabled").asBoolean()).isFalse();
        assertThat(user.path("department").asText()).isEqualTo("Legal");
    }

    @Test
    void photos_are_replaced_touched_deleted_and_reshaped() {
        String before = json(client.get(ANNAS_PHOTO)).path("@odata.mediaEtag").asText();
        assertThat(call("POST", ANNA + "/photo/replace", "").statusCode()).isEqualTo(200);
        String replaced = json(client.get(ANNAS_PHOTO)).path("@odata.mediaEtag").asText();
        assertThat(replaced).isNotEqualTo(before);
        call("POST", ANNA + "/photo/replace?unnoticed=true", "");
        assertThat(json(client.get(ANNAS_PHOTO)).path("@odata.mediaEtag").asText())
                .isEqualTo(replaced);
        call("DELETE", ANNA + "/photo", "");
        assertThat(client.get(ANNAS_PHOTO).statusCode()).isEqualTo(404);
        call("POST", ANNA + "/photo/shape?shape=DENIED", "");
        assertThat(client.get(ANNAS_PHOTO).statusCode()).isEqualTo(403);
        assertThat(call("POST", ANNA + "/photo/shape?shape=ROUND", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void bytes_are_served_verbatim_if_asked() {
        assertThat(call("PUT", ANNA + "/photo", "no picture").statusCode()).isEqualTo(400);
        assertThat(call("PUT", ANNA + "/photo?verbatim=true&size=10x20", "no picture")
                        .statusCode())
                .isEqualTo(200);
        assertThat(new String(client.get(ANNAS_PHOTO + "/$value").body())).isEqualTo("no picture");
        assertThat(json(client.get(ANNAS_PHOTO)).path("id").asText()).isEqualTo("10x20");
    }

    @Test
    void a_visit_pulls_the_picture_once() {
        assertThat(json(call("POST", ANNA + "/visit", "")).path("outcome").asText())
                .isEqualTo("PULLED");
        assertThat(json(call("POST", ANNA + "/visit", "")).path("outcome").asText())
                .isEqualTo("PULLED_RECENTLY");
        call("PUT", ANNA + "/profile/SPS-PicturePlaceholderState", "1");
        assertThat(json(call("GET", ANNA, ""))
                        .at("/profile/SPS-PicturePlaceholderState")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void a_profile_is_moved_to_another_geography_and_back() {
        String there = "https://contosoeur-my.sharepoint.com";
        assertThat(pictureUrl(call("POST", ANNA + "/geography?mySite=" + there, "")))
                .startsWith(there);
        assertThat(pictureUrl(call("POST", ANNA + "/geography", "")))
                .startsWith(simulator.mySiteUrl().toString());
    }

    private static String pictureUrl(HttpResponse<byte[]> person) {
        return json(person).at("/profile/PictureURL").asText();
    }

    @Test
    void faults_limits_and_counters_are_at_hand() {
        call("POST", "/faults", "{\"kind\":\"answer\",\"site\":\"GRAPH\",\"path\":\"/groups\",\"status\":503}");
        assertThat(client.get("/groups").statusCode()).isEqualTo(503);
        call("POST", "/faults", "{\"kind\":\"reset\",\"site\":\"GRAPH\",\"path\":\"/nowhere\"}");
        assertThat(json(call("GET", "/faults", "")).path("faults")).hasSize(1);
        assertThat(call("POST", "/faults", "{\"kind\":\"flood\",\"site\":\"GRAPH\"}")
                        .statusCode())
                .isEqualTo(400);
        call("PATCH", "/throttle", "{\"on\":true,\"graph\":{\"identity\":{\"units\":3,\"seconds\":600}}}");
        assertThat(client.get("/users").statusCode()).isEqualTo(200);
        assertThat(client.get("/users").statusCode()).isEqualTo(429);
        JsonNode counters = json(call("GET", "/counters", ""));
        assertThat(counters.path("status429").asInt()).isEqualTo(1);
        assertThat(json(call("GET", "/requests?site=GRAPH&line=/users", ""))
                        .path("count")
                        .asInt())
                .isEqualTo(2);
        assertThat(json(call("GET", "/throttle", ""))
                        .at("/refusals/graph-identity")
                        .asInt())
                .isEqualTo(1);
        call("DELETE", "/requests", "");
        assertThat(simulator.requests().list(Site.GRAPH)).isEmpty();
    }

    @Test
    void apps_get_and_lose_credentials_and_roles() {
        String app = "/apps/" + simulator.clientId();
        assertThat(new String(call("GET", "/apps", "").body())).doesNotContain(simulator.clientSecret());
        call("POST", app + "/secrets/expire", "");
        assertThat(client.token(client.secretForm(simulator.graphUrl())).statusCode())
                .isEqualTo(401);
        call("POST", app + "/secrets", "{\"value\":\"another\"}");
        call("DELETE", app + "/roles/GRAPH/User.Read.All", "");
        assertThat(json(call("GET", app, "")).at("/roles/GRAPH")).hasSize(2);
        String pem = simulator
                .anotherCertificate("New", simulator.clock().instant().plus(Duration.ofDays(1)))
                .certificatePem();
        assertThat(json(call("POST", app + "/certificates", pem)).path("certificates"))
                .hasSize(2);
        assertThat(call("POST", app + "/certificates", "nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void time_is_put_forward() {
        Instant before = simulator.clock().instant();
        assertThat(call("POST", "/clock/advance?by=PT24H", "").statusCode()).isEqualTo(200);
        assertThat(simulator.clock().instant()).isAfter(before.plus(Duration.ofHours(23)));
        assertThat(call("POST", "/clock/advance?by=soon", "").statusCode()).isEqualTo(400);
    }

    @Test
    void web_pages_are_turned_away() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.controlUrl() + "/control/people"))
                .header("Origin", "https://evil.example")
                .build();
        assertThat(client.send(request).statusCode()).isEqualTo(403);
    }

    private HttpResponse<byte[]> call(String method, String target, String body) {
        return client.send(HttpRequest.newBuilder(URI.create(simulator.controlUrl() + "/control" + target))
                .method(method, BodyPublishers.ofString(body))
                .build());
    }
}
