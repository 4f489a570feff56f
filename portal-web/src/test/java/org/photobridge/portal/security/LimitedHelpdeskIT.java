package org.photobridge.portal.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.security.AccessMatrix.Someone;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.SimulatedTenant;

/** An operator for one group of people, who sees and does nothing beyond it: by pages and by REST alike. */
class LimitedHelpdeskIT extends BrowserTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TestCallers callers;
    private String groupId;
    private Set<String> members;
    private String outsiderId;

    @BeforeEach
    void limitTheHelpdesk() throws IOException, InterruptedException {
        callers = new TestCallers(URI.create(at("/")).getPort());
        JsonNode group = admin("/groups?text=Sales").path("items").get(0);
        groupId = group.path("id").asText();
        members = ids(admin("/groups/" + groupId + "/members"));
        outsiderId = outsider();
        callers.make(groupId, group.path("name").asText());
    }

    @Test
    void people_are_those_of_the_group_once_the_directory_has_told_who_they_are() throws Exception {
        signInAsHelpdesk("/people.xhtml");
        awaitMembers();

        open("/people.xhtml");

        assertThat(page().locator(".pb-limit")).containsText("You see the people of “Sales” only");
        JsonNode people = helpdesk("/people?size=1000");
        assertThat(ids(people)).isNotEmpty().isSubsetOf(members);
        assertThat(people.path("total").asInt()).isEqualTo(members.size());
        assertThat(page().locator("[id='people:table_data'] tr")).hasCount(Math.min(25, members.size()));
        String csv = page().context().request().get(at("/people.csv")).text();
        assertThat(csv.lines().count()).as("people and a line of headings").isEqualTo(members.size() + 1);
        assertThat(members).allMatch(csv::contains);
        assertThatAPastedListFindsMembersOnly();
        open("/people.xhtml?q=" + outsiderId);
        assertThat(page().locator("#content"))
                .not()
                .containsText(admin("/people/" + outsiderId).path("displayName").asText());
    }

    private void assertThatAPastedListFindsMembersOnly() {
        open("/pasted.xhtml");
        String member = members.iterator().next();
        page().locator("[id='pasted:text']").fill(member + "\n" + outsiderId);
        page().locator("[id='pasted:find']").click();
        Locator result = page().locator("[id='pasted:result']");
        assertThat(result.locator("h2").first()).containsText("(1)");
        assertThat(result.locator("a[href*='" + member + "']")).hasCount(1);
        assertThat(result.locator("a[href*='" + outsiderId + "']")).hasCount(0);
        assertThat(result.locator("ul").last()).hasText(outsiderId);
    }

    @Test
    void somebody_outside_looks_like_somebody_who_does_not_exist() throws Exception {
        signInAsHelpdesk("/people.xhtml");
        awaitMembers();

        open("/person.xhtml?id=" + outsiderId);
        String outside = page().locator("main").innerText();
        open("/person.xhtml?id=00000000-0000-0000-0000-000000000000");

        assertThat(page().locator(".pb-nothing")).isVisible();
        assertThat(outside).isEqualTo(page().locator("main").innerText());
        assertThat(status("GET", "/people/" + outsiderId, "")).isEqualTo(404);
        assertThat(status("GET", "/people/" + members.iterator().next(), "")).isEqualTo(200);
        assertThat(status("POST", "/requests", request("account", outsiderId))).isEqualTo(404);
        assertThat(status("POST", "/requests", request("account", "nobody-at-all")))
                .isEqualTo(404);
        assertThat(page().context()
                        .request()
                        .get(at("/pictures?connection=1&person=" + outsiderId))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void requests_are_for_own_people_and_the_own_group_only() throws Exception {
        signInAsHelpdesk("/people.xhtml");
        awaitMembers();

        HttpResponse<String> everybody = post("{\"kind\": \"sync\", \"scope\": {\"kind\": \"all\"}}");
        assertThat(everybody.statusCode()).isEqualTo(403);
        assertThat(everybody.body()).contains("not for everybody");
        assertThat(callers.refusals(Someone.OPERATOR_LIMITED))
                .as("in the audit, once a minute at most")
                .isPositive();
        assertThat(status("POST", "/requests", request("group", "another-group")))
                .isEqualTo(404);
        assertThat(status("POST", "/requests", request("group", groupId))).isEqualTo(202);
        HttpResponse<String> own = post(request("account", members.iterator().next()));
        assertThat(own.statusCode()).isEqualTo(202);
        long run = MAPPER.readTree(own.body()).path("runId").asLong();
        assertThat(status("GET", "/runs/" + run, "")).isEqualTo(200);
        assertThat(status("POST", "/runs/" + run + "/cancel", "")).isEqualTo(200);
    }

    @Test
    void runs_of_others_tell_nothing_of_others() throws Exception {
        signInAsHelpdesk("/people.xhtml");
        awaitMembers();
        long outsiders = adminRun(outsiderId);
        long everybody = adminRun(null);

        assertThat(status("GET", "/runs/" + outsiders, "")).isEqualTo(404);
        assertThat(status("POST", "/runs/" + outsiders + "/cancel", "")).isEqualTo(404);
        assertThat(status("POST", "/runs/" + everybody + "/cancel", "")).isEqualTo(403);
        assertThat(helpdesk("/runs/" + everybody).path("total").isMissingNode()).isTrue();
        open("/run.xhtml?id=" + everybody);
        assertThat(page().locator("[id='run:cancel']")).hasCount(0);
        String csv = Files.readString(page().waitForDownload(
                        () -> page().getByLabel("Download this list as CSV").click())
                .path());
        assertThat(csv.lines().skip(1)).allMatch(line -> members.stream().anyMatch(line::contains));
        JsonNode outcomes = helpdesk("/runs/" + everybody + "/outcomes?size=1000");
        outcomes.path("items")
                .forEach(item ->
                        assertThat(members).contains(item.path("accountId").asText()));
        open("/run.xhtml?id=" + outsiders);
        assertThat(page().locator("h1")).not().containsText("Run " + outsiders);
        expectTrouble("404");
    }

    @Test
    void groups_are_the_own_one() throws Exception {
        signInAsHelpdesk("/groups.xhtml");
        awaitMembers();

        open("/groups.xhtml");

        Locator names = page().locator(".pb-groups .pb-name");
        assertThat(names).hasCount(1);
        assertThat(names).hasText("Sales");
        assertThat(helpdesk("/groups").path("items")).hasSize(1);
    }

    @Test
    void it_looks_good_in_every_look() throws Exception {
        signInAsHelpdesk("/people.xhtml");
        awaitMembers();

        assertLooksGood("helpdesk-people", "/people.xhtml");
        open("/index.xhtml");
        assertThat(page().locator(".pb-legend")).containsText(String.valueOf(members.size()));
        assertThat(page().locator("#trend-heading")).hasCount(0);
    }

    private void signInAsHelpdesk(String path) {
        open(path);
        page().getByLabel("User name").fill(TestCallers.name(Someone.OPERATOR_LIMITED));
        page().getByLabel("Password").fill(TestCallers.secret(Someone.OPERATOR_LIMITED));
        page().locator("[id='signin:submit']").click();
        page().waitForURL(Pattern.compile(Pattern.quote(at(path)) + ".*"));
    }

    /** Signing in asks for the members; the page says so until they are there. */
    private void awaitMembers() {
        for (int tries = 0; tries < 60 && page().locator(".pb-limit-known").count() == 0; tries++) {
            page().waitForTimeout(500);
            page().reload();
        }
        assertThat(page().locator(".pb-limit-known")).hasCount(1);
    }

    private long adminRun(String account) throws IOException, InterruptedException {
        String body =
                account == null ? "{\"kind\": \"check\", \"scope\": {\"kind\": \"all\"}}" : request("account", account);
        HttpResponse<String> accepted = callers.rest(SimulatedTenant.API_TOKEN, "POST", "/requests", body);
        return MAPPER.readTree(accepted.body()).path("runId").asLong();
    }

    /** Somebody of the tenant who isn't in the group. */
    private String outsider() throws IOException, InterruptedException {
        Set<String> others = new TreeSet<>();
        for (JsonNode group : admin("/groups").path("items")) {
            if (group.path("membersVisible").asBoolean()) {
                others.addAll(ids(admin("/groups/" + group.path("id").asText() + "/members")));
            }
        }
        others.removeAll(members);
        return others.iterator().next();
    }

    private static String request(String kind, String id) {
        return "{\"kind\": \"check\", \"scope\": {\"kind\": \"%s\", \"ids\": [\"%s\"]}}".formatted(kind, id);
    }

    private static Set<String> ids(JsonNode list) {
        Set<String> ids = new TreeSet<>();
        list.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private JsonNode admin(String path) throws IOException, InterruptedException {
        return json(callers.rest(SimulatedTenant.API_TOKEN, "GET", path, ""));
    }

    private JsonNode helpdesk(String path) throws IOException, InterruptedException {
        return json(callers.rest(Someone.OPERATOR_LIMITED, "GET", path, ""));
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return callers.rest(Someone.OPERATOR_LIMITED, "POST", "/requests", body);
    }

    private int status(String method, String path, String body) throws IOException, InterruptedException {
        return callers.rest(Someone.OPERATOR_LIMITED, method, path, body).statusCode();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }
}
