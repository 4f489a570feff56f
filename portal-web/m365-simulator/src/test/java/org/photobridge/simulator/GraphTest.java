package org.photobridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.simulator.TestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.http.Site;

class GraphTest {
    private static M365Simulator simulator;
    private static TestClient client;

    @BeforeAll
    static void start() {
        simulator = M365Simulator.start(SimulatorOptions.defaults().users(250));
        client = new TestClient(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void paging_shows_everybody_once_though_a_page_is_empty() {
        Set<String> ids = new HashSet<>();
        String target = "/users?$top=100&$select=id";
        int pages = 0;
        int emptyPages = 0;
        int shown = 0;
        while (!target.isEmpty()) {
            JsonNode page = json(client.get(target));
            page.path("value").forEach(user -> ids.add(user.path("id").asText()));
            shown += page.path("value").size();
            emptyPages += page.path("value").isEmpty() ? 1 : 0;
            pages++;
            target = page.path("@odata.nextLink").asText("").replace(simulator.graphUrl() + "/v1.0", "");
        }
        assertThat(ids).hasSize(250);
        assertThat(shown).isEqualTo(250);
        assertThat(pages).isEqualTo(4);
        assertThat(emptyPages).isEqualTo(1);
    }

    @Test
    void a_person_is_found_by_object_id_and_by_sign_in_name() {
        Person anna = simulator.tenant().named("anna.berg");
        JsonNode byId = json(client.get("/users/" + anna.objectId()));
        JsonNode byName = json(client.get("/users/anna.berg%40contoso.onmicrosoft.com?%24select=id,accountEnabled"));
        assertThat(byId.path("userPrincipalName").asText()).isEqualTo(anna.userPrincipalName());
        assertThat(byId.has("accountEnabled")).isFalse();
        assertThat(byName.path("id").asText()).isEqualTo(anna.objectId());
        assertThat(byName.path("accountEnabled").asBoolean()).isTrue();
    }

    @Test
    void guests_and_apostrophes_survive_the_path() {
        assertThat(client.get("/users/bob_fabrikam.com%23EXT%23@contoso.onmicrosoft.com")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("/users('daniel.o''hara@contoso.onmicrosoft.com')")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void unknown_people_are_404_by_the_directorys_code() {
        HttpResponse<byte[]> response = client.get("/users/nobody@contoso.onmicrosoft.com/photo");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).at("/error/code").asText()).isEqualTo("Request_ResourceNotFound");
        assertThat(response.headers().firstValue("request-id")).isPresent();
    }

    @Test
    void filters_work_and_advanced_ones_need_the_header_and_the_count() {
        JsonNode guests = json(client.get("/users?$filter=userType%20eq%20'Guest'"));
        assertThat(guests.path("value")).hasSize(2);
        String advanced = "/users?$count=true&$filter=userType%20ne%20'Guest'";
        assertThat(json(client.get(advanced)).at("/error/code").asText()).isEqualTo("Request_UnsupportedQuery");
        JsonNode others = json(client.getEventual(advanced));
        assertThat(others.path("@odata.count").asInt()).isEqualTo(248);
    }

    @Test
    void mailboxes_are_told_by_the_service_plan() {
        String filter = "/users?$count=true&$top=999&$filter=assignedPlans/any(p:p/servicePlanId%20eq%20"
                + "efb87545-963c-4e0d-99df-69c6916d9eb0%20and%20p/capabilityStatus%20eq%20'Enabled')";
        Set<String> names =
                json(client.getEventual(filter)).path("value").findValuesAsText("userPrincipalName").stream()
                        .collect(Collectors.toSet());
        assertThat(names).contains("anna.berg@contoso.onmicrosoft.com");
        assertThat(names)
                .doesNotContain(
                        "suspended.plan@contoso.onmicrosoft.com",
                        "foundation.only@contoso.onmicrosoft.com",
                        "no.mailbox@contoso.onmicrosoft.com");
    }

    @Test
    void search_needs_the_header() {
        String target = "/users?$search=%22displayName:Berg%22";
        assertThat(client.get(target).statusCode()).isEqualTo(400);
        assertThat(json(client.getEventual(target)).path("value").findValuesAsText("displayName"))
                .contains("Anna Berg");
    }

    @Test
    void search_joins_clauses_and_takes_escaped_quotes() {
        String either = "/users?$search=%22displayName:Berg%22%20OR%20%22mail:daniel.o'h%22";
        assertThat(json(client.getEventual(either)).path("value").findValuesAsText("displayName"))
                .contains("Anna Berg", "Daniel O'Hara");
        String quoted = "/users?$search=%22displayName:%5C%22quotes%22";
        assertThat(client.getEventual(quoted).statusCode()).isEqualTo(200);
        String open = "/users?$search=%22displayName:%22quotes%22";
        assertThat(client.getEventual(open).statusCode()).isEqualTo(400);
    }

    @Test
    void unknown_filters_properties_and_page_sizes_are_refused() {
        assertThat(client.get("/users?$filter=shoeSize%20eq%2043").statusCode()).isEqualTo(400);
        assertThat(client.get("/users?$filter=displayName%20like%20'A'").statusCode())
                .isEqualTo(400);
        assertThat(client.get("/users?$select=shoeSize").statusCode()).isEqualTo(400);
        assertThat(client.get("/users?$select=mySite").statusCode()).isEqualTo(501);
        assertThat(client.get("/users?$top=1000").statusCode()).isEqualTo(400);
        assertThat(client.get("/users?$expand=photo").statusCode()).isEqualTo(400);
        assertThat(client.get("/users/$count").statusCode()).isEqualTo(400);
        assertThat(new String(client.getEventual("/users/$count").body())).isEqualTo("250");
    }

    @Test
    void nested_members_come_flat_and_once_and_the_cast_is_advanced() {
        String id = group("Engineering");
        String target =
                "/groups/" + id + "/transitiveMembers/microsoft.graph.user?$count=true&$select=id,department&$top=999";
        assertThat(client.get(target).statusCode()).isEqualTo(400);
        JsonNode members = json(client.getEventual(target)).path("value");
        Set<String> ids = new HashSet<>(members.findValuesAsText("id"));
        assertThat(ids).hasSize(members.size());
        assertThat(new HashSet<>(members.findValuesAsText("department")))
                .containsExactlyInAnyOrder("Engineering", "Research");
        JsonNode direct =
                json(client.get("/groups/" + id + "/members?$top=999")).path("value");
        assertThat(direct.findValuesAsText("@odata.type")).contains("#microsoft.graph.group", "#microsoft.graph.user");
    }

    @Test
    void hidden_members_are_absent_without_an_error() {
        JsonNode members = json(client.get("/groups/" + group("Leadership") + "/members"));
        assertThat(members.path("value")).isEmpty();
    }

    @Test
    void photo_metadata_and_bytes_agree_in_all_nine_sizes() throws Exception {
        String photo = "/users/" + simulator.tenant().named("anna.berg").objectId() + "/photo";
        JsonNode sizes = json(client.get(photo + "s")).path("value");
        assertThat(sizes).hasSize(9);
        assertThat(json(client.get(photo)).path("id").asText()).isEqualTo("648x648");
        for (JsonNode size : sizes) {
            HttpResponse<byte[]> value =
                    client.get(photo + "s/" + size.path("id").asText() + "/$value");
            assertThat(ImageIO.read(new ByteArrayInputStream(value.body())).getWidth())
                    .isEqualTo(size.path("width").asInt());
            assertThat(value.headers().firstValue("Content-Length")).isEmpty();
            assertThat(value.headers().firstValue("ETag")).isPresent();
        }
    }

    @Test
    void every_kind_of_no_photo_has_its_code() {
        assertThat(photoCode("no.photo")).isEqualTo("ImageNotFound");
        assertThat(photoCode("no.photo.entity")).isEqualTo("ErrorEntityNotFound");
        assertThat(photoCode("no.photo.item")).isEqualTo("ErrorItemNotFound");
        assertThat(photoCode("no.photo.old")).isEqualTo("GetUserPhoto");
        assertThat(photoCode("no.mailbox")).isEqualTo("ErrorNonExistentMailbox");
        assertThat(photoCode("unresolved.user")).isEqualTo("UnknownError");
        assertThat(photoCode("denied.photo")).isEqualTo("ErrorAccessDenied");
        assertThat(photoCode("unheard.of")).isEqualTo("ErrorSomethingNew");
        JsonNode placeholder = json(client.get("/users/no.photo.placeholder@contoso.onmicrosoft.com/photo"));
        assertThat(placeholder.path("id").asText()).isEqualTo("1x1");
        assertThat(placeholder.path("@odata.mediaEtag").asText()).isEmpty();
    }

    @Test
    void a_batch_answers_each_item_in_any_order_and_logs_it() {
        simulator.requests().clear();
        String items = IntStream.range(0, 20)
                .mapToObj(i -> "{\"id\":\"" + i + "\",\"method\":\"GET\",\"url\":\"/users/"
                        + simulator.tenant().person(i).objectId() + "/photo?%24select=id\"}")
                .collect(Collectors.joining(","));
        JsonNode responses =
                json(client.batch("{\"requests\":[" + items + "]}")).path("responses");
        assertThat(responses.findValuesAsText("status")).hasSize(20).contains("200", "404");
        assertThat(new HashSet<>(IntStream.range(0, 20)
                        .mapToObj(i -> responses.get(i).path("id").asText())
                        .toList()))
                .hasSize(20);
        assertThat(responses.get(0).path("id").asText()
                        + responses.get(1).path("id").asText())
                .isNotEqualTo("01");
        assertThat(simulator.requests().count(Site.GRAPH, "GET /v1.0/users/.*/photo"))
                .isEqualTo(20);
    }

    @Test
    void malformed_batches_are_refused_whole() {
        assertThat(client.batch("not json").statusCode()).isEqualTo(400);
        assertThat(client.batch("{\"requests\":[]}").statusCode()).isEqualTo(400);
        String one = "{\"id\":\"%s\",\"method\":\"GET\",\"url\":\"/users\"}";
        String twice = String.format(one, "a") + "," + String.format(one, "A");
        assertThat(client.batch("{\"requests\":[" + twice + "]}").statusCode()).isEqualTo(400);
        String many =
                IntStream.range(0, 21).mapToObj(i -> String.format(one, i)).collect(Collectors.joining(","));
        assertThat(client.batch("{\"requests\":[" + many + "]}").statusCode()).isEqualTo(400);
    }

    @Test
    void requests_without_a_good_token_are_401() {
        URI users = URI.create(simulator.graphUrl() + "/v1.0/users");
        HttpResponse<byte[]> none =
                client.send(java.net.http.HttpRequest.newBuilder(users).build());
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(json(none).at("/error/code").asText()).isEqualTo("InvalidAuthenticationToken");
        String other = json(client.token(client.secretForm(simulator.adminUrl())))
                .path("access_token")
                .asText();
        HttpResponse<byte[]> wrong = client.send(java.net.http.HttpRequest.newBuilder(users)
                .header("Authorization", "Bearer " + other)
                .build());
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(json(wrong).at("/error/message").asText()).contains("audience");
    }

    private String photoCode(String alias) {
        HttpResponse<byte[]> response = client.get("/users/" + alias + "@contoso.onmicrosoft.com/photo");
        assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
        return json(response).at("/error/code").asText();
    }

    private String group(String name) {
        for (JsonNode group : json(client.get("/groups")).path("value")) {
            if (group.path("displayName").asText().equals(name)) {
                return group.path("id").asText();
            }
        }
        throw new AssertionError("No group " + name);
    }
}
