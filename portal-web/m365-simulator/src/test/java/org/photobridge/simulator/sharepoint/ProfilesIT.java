package org.photobridge.simulator.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.simulator.sharepoint.SharePointClient.encoded;
import static org.photobridge.simulator.sharepoint.SharePointClient.json;
import static org.photobridge.simulator.sharepoint.SharePointClient.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.Resource;
import org.photobridge.simulator.entra.Credential;
import org.photobridge.simulator.http.Site;

class ProfilesIT {
    private static final String PEOPLE = "/_api/SP.UserProfiles.PeopleManager/";

    private static M365Simulator simulator;
    private static SharePointClient admin;

    @BeforeAll
    static void start() {
        simulator = M365Simulator.start(SimulatorOptions.defaults());
        admin = SharePointClient.of(simulator, Site.ADMIN);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void a_profile_has_its_members_in_the_recorded_order() {
        JsonNode person = json(properties(admin, "anna.berg"));
        List<String> names = new ArrayList<>();
        person.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "AccountName",
                        "DirectReports",
                        "DisplayName",
                        "Email",
                        "ExtendedManagers",
                        "ExtendedReports",
                        "IsFollowed",
                        "LatestPost",
                        "Peers",
                        "PersonalSiteHostUrl",
                        "PersonalUrl",
                        "PictureUrl",
                        "Title",
                        "UserProfileProperties",
                        "UserUrl");
        assertThat(person.get("PictureUrl").asText())
                .isEqualTo(property(person, "PictureURL") + "?t=" + property(person, "SPS-PictureTimestamp"));
        assertThat(property(person, "PictureURL"))
                .startsWith(simulator.mySiteUrl() + "/User%20Photos/Profile%20Pictures/")
                .endsWith(property(person, "msOnline-ObjectId") + "_MThumb.jpg");
    }

    @Test
    void the_metadata_level_decides_about_the_wrappings() {
        JsonNode minimal = json(properties(admin.accepting("application/json"), "anna.berg"));
        assertThat(minimal.get("odata.metadata").asText()).endsWith("#SP.ApiData.PersonPropertiess/@Element");
        assertThat(minimal.get("odata.type").asText()).isEqualTo("SP.UserProfiles.PersonProperties");
        JsonNode verbose = json(properties(admin.accepting("application/json;odata=verbose"), "anna.berg"));
        assertThat(verbose.at("/d/UserProfileProperties/results/0/__metadata/type")
                        .asText())
                .isEqualTo("SP.KeyValue");
        HttpResponse<byte[]> xml = properties(admin.accepting(""), "anna.berg");
        assertThat(text(xml)).startsWith("<?xml").contains("<d:DisplayName>Anna Berg</d:DisplayName>");
    }

    @Test
    void an_unknown_person_is_a_null_and_no_error() {
        HttpResponse<byte[]> nobody = properties(admin, "nobody.at.all");
        assertThat(nobody.statusCode()).isEqualTo(200);
        assertThat(text(nobody)).isEqualTo("{\"odata.null\":true}");
        assertThat(text(properties(admin, "no.profile"))).isEqualTo("{\"odata.null\":true}");
        assertThat(text(admin.get(PEOPLE + "GetPropertiesFor(accountName='anna.berg@contoso.onmicrosoft.com')")))
                .isEqualTo("{\"odata.null\":true}");
    }

    @Test
    void a_literal_by_position_finds_nobody() {
        String claim = encoded(claim("anna.berg"));
        assertThat(text(admin.get(PEOPLE + "GetPropertiesFor('" + claim + "')")))
                .isEqualTo("{\"odata.null\":true}");
    }

    @Test
    void an_apostrophe_must_be_doubled() {
        String claim = claim("daniel.o'hara");
        assertThat(admin.get(PEOPLE + "GetPropertiesFor(@v)?@v='" + encoded(claim) + "'")
                        .statusCode())
                .isEqualTo(400);
        assertThat(json(properties(admin, "daniel.o'hara")).get("DisplayName").asText())
                .isEqualTo("Daniel O'Hara");
    }

    @Test
    void a_placeholder_state_of_1_hides_a_filled_picture_url() {
        JsonNode person = json(properties(admin, "placeholder.state"));
        assertThat(property(person, "PictureURL")).isNotEmpty();
        assertThat(person.get("PictureUrl").isNull()).isTrue();
    }

    @Test
    void one_property_can_be_asked_for_and_members_navigated_to() {
        String account = "accountName=@v,%20propertyName='SPS-PicturePlaceholderState')?@v='";
        String claim = encoded(claim("anna.berg"));
        assertThat(text(admin.get(PEOPLE + "GetUserProfilePropertyFor(" + account + claim + "'")))
                .isEqualTo("{\"value\":\"0\"}");
        String member = PEOPLE + "GetPropertiesFor(accountName=@v)/PersonalSiteHostUrl?@v='" + claim + "'";
        assertThat(json(admin.get(member)).get("value").asText()).isEqualTo(simulator.mySiteUrl() + "/");
        String select = PEOPLE + "GetPropertiesFor(accountName=@v)?$select=Email&@v='" + claim + "'";
        assertThat(text(admin.get(select))).isEqualTo("{\"Email\":\"anna.berg@contoso.onmicrosoft.com\"}");
    }

    @Test
    void a_property_is_kept_verbatim_and_answered_with_a_null() {
        HttpResponse<byte[]> answer = set(admin, "zoe.mueller", "PictureUrl", "https://x/a b'ü%.jpg");
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("{\"odata.null\":true}");
        assertThat(property(json(properties(admin, "zoe.mueller")), "PictureURL"))
                .isEqualTo("https://x/a b'ü%.jpg");
    }

    @Test
    void arguments_may_stand_in_the_address() {
        String claim = encoded(claim("turned.photo"));
        HttpResponse<byte[]> answer = admin.post(
                PEOPLE + "SetSingleValueProfileProperty(accountname='" + claim
                        + "',propertyName='SPS-PictureTimestamp',propertyValue='63605901091')",
                "");
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(property(json(properties(admin, "turned.photo")), "SPS-PictureTimestamp"))
                .isEqualTo("63605901091");
    }

    @Test
    void other_hosts_read_profiles_but_refuse_to_write_them() {
        for (Site site : List.of(Site.ROOT, Site.MY)) {
            SharePointClient other = SharePointClient.of(simulator, site);
            assertThat(json(properties(other, "anna.berg")).get("DisplayName").asText())
                    .isEqualTo("Anna Berg");
            HttpResponse<byte[]> refused = set(other, "anna.berg", "PictureURL", "");
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(code(refused))
                    .isEqualTo("-1, Microsoft.Office.Server.UserProfiles.PropertyNotEditableException");
        }
    }

    @Test
    void a_missing_role_is_a_403_and_each_of_the_two_is_needed() {
        for (String role : List.of("User.ReadWrite.All", "Sites.FullControl.All")) {
            simulator.app().revoke(Resource.SHAREPOINT, role);
            HttpResponse<byte[]> refused = set(SharePointClient.of(simulator, Site.ADMIN), "anna.berg", "Title", "x");
            assertThat(refused.statusCode()).as(role).isEqualTo(403);
            assertThat(code(refused)).isEqualTo("-2147024891, System.UnauthorizedAccessException");
            assertThat(refused.headers().firstValue("X-MSDAVEXT_Error").orElse(""))
                    .startsWith("917656");
            simulator.app().grant(Resource.SHAREPOINT, role);
        }
    }

    @Test
    void what_cannot_be_set_is_a_500_for_good() {
        assertThat(text(set(admin, "nobody.at.all", "Title", "x"))).contains("User Profile Error 1000");
        assertThat(text(set(admin, "anna.berg", "NoSuchThing", "x"))).contains("Property No");
        assertThat(code(set(admin, "anna.berg", "AccountName", "x"))).contains("PropertyNotEditableException");
        assertThat(set(admin, "anna.berg", "NoSuchThing", "x").statusCode()).isEqualTo(500);
    }

    @Test
    void a_profile_of_another_geography_is_read_here_and_written_there_only() {
        Person here = simulator.tenant().named("png.photo");
        Person there = simulator.tenant().named("turned.photo");
        simulator.sharePoint().move(there, Optional.of("https://contosoeur-my.sharepoint.com"));
        JsonNode profile = json(properties(admin, "turned.photo"));
        assertThat(profile.get("PersonalSiteHostUrl").asText()).isEqualTo("https://contosoeur-my.sharepoint.com/");
        assertThat(property(profile, "PictureURL")).startsWith("https://contosoeur-my.sharepoint.com/User%20Photos/");
        HttpResponse<byte[]> refused = set("turned.photo");
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(text(refused)).contains("UserNotFoundException");
        assertThat(simulator.sharePoint().visit(there)).isEqualTo(PullOutcome.OTHER_GEOGRAPHY);
        assertThat(json(properties(admin, "png.photo"))
                        .get("PersonalSiteHostUrl")
                        .asText())
                .isEqualTo(simulator.mySiteUrl() + "/");
        assertThat(set("png.photo").statusCode()).isEqualTo(200);
        simulator.sharePoint().move(there, Optional.empty());
        assertThat(set("turned.photo").statusCode()).isEqualTo(200);
        assertThat(simulator.sharePoint().visit(here)).isNotEqualTo(PullOutcome.OTHER_GEOGRAPHY);
    }

    private static HttpResponse<byte[]> set(String alias) {
        String body = "{\"accountName\":\"" + simulator.tenant().named(alias).claim()
                + "\",\"propertyName\":\"SPS-PictureTimestamp\",\"propertyValue\":\"1\"}";
        return admin.post(PEOPLE + "SetSingleValueProfileProperty", body);
    }

    @Test
    void a_rename_that_is_held_leaves_the_old_name_the_only_one() {
        Person before = simulator.tenant().named("odd.size");
        simulator.sharePoint().holdRenames(true);
        simulator.tenant().change(before.withUserPrincipalName("new.name@contoso.onmicrosoft.com"));
        try {
            assertThat(text(properties(admin, "new.name"))).contains("odata.null");
            JsonNode old = json(properties(admin, "odd.size"));
            assertThat(old.get("AccountName").asText()).isEqualTo(before.claim());
            assertThat(property(old, "UserName")).isEqualTo(before.userPrincipalName());
            assertThat(property(old, "msOnline-ObjectId")).isEqualTo(before.objectId());
            simulator.sharePoint().holdRenames(false);
            assertThat(text(properties(admin, "odd.size"))).contains("odata.null");
            assertThat(json(properties(admin, "new.name")).get("AccountName").asText())
                    .isEqualTo("i:0#.f|membership|new.name@contoso.onmicrosoft.com");
        } finally {
            simulator.sharePoint().holdRenames(false);
            simulator.tenant().change(before);
        }
    }

    @Test
    void a_browser_needs_a_digest_of_the_same_host_for_whatever_it_changes() {
        String cookie = "rtFa=x; " + simulator.sharePoint().browserCookie();
        SharePointClient browser = admin.withToken("");
        HttpRequest.Builder read = browser.request(PEOPLE + "GetPropertiesFor(accountName=@v)?@v='"
                        + encoded(simulator.tenant().named("anna.berg").claim()) + "'")
                .header("Cookie", cookie);
        assertThat(browser.send(read.GET()).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> without = change(browser, cookie, "");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(text(without)).contains("-2130575252, Microsoft.SharePoint.SPException", "security validation");
        assertThat(change(
                                browser,
                                cookie,
                                digest(SharePointClient.of(simulator, Site.MY).withToken(""), cookie))
                        .statusCode())
                .isEqualTo(403);
        String digest = digest(browser, cookie);
        assertThat(change(browser, cookie, digest).statusCode()).isEqualTo(200);
        assertThat(change(browser, "FedAuth=guessed", digest).statusCode()).isEqualTo(401);
        simulator.clock().advance(Duration.ofMinutes(31));
        assertThat(change(browser, cookie, digest).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<byte[]> change(SharePointClient browser, String cookie, String digest) {
        String body =
                "{\"accountName\":\"" + simulator.tenant().named("cmyk.photo").claim()
                        + "\",\"propertyName\":\"SPS-PictureTimestamp\",\"propertyValue\":\"2\"}";
        return browser.send(browser.request(PEOPLE + "SetSingleValueProfileProperty")
                .header("Cookie", cookie)
                .header("X-RequestDigest", digest)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String digest(SharePointClient browser, String cookie) {
        return json(browser.send(browser.request("/_api/contextinfo")
                        .header("Cookie", cookie)
                        .POST(HttpRequest.BodyPublishers.noBody())))
                .get("FormDigestValue")
                .asText();
    }

    @Test
    void malformed_calls_are_named() {
        assertThat(admin.get(PEOPLE + "SetSingleValueProfileProperty").statusCode())
                .isEqualTo(405);
        assertThat(admin.get(PEOPLE + "NoSuchMethod").statusCode()).isEqualTo(404);
        assertThat(admin.post(PEOPLE + "SetSingleValueProfileProperty", "{nonsense")
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<byte[]> verbose =
                admin.accepting("application/json;odata=verbose").get("/_api/nothing");
        assertThat(json(verbose).has("error")).isTrue();
        assertThat(text(admin.accepting("").get("/_api/nothing"))).contains("<m:error");
    }

    @Test
    void each_host_wants_a_token_of_its_own_made_with_a_certificate() {
        HttpResponse<byte[]> wrongHost =
                properties(SharePointClient.of(simulator, Site.ADMIN, Site.MY, Credential.CERTIFICATE), "anna.berg");
        assertThat(wrongHost.statusCode()).isEqualTo(401);
        assertThat(text(wrongHost)).contains("AudienceUriValidationFailedException");
        assertThat(wrongHost.headers().firstValue("x-ms-diagnostics").orElse(""))
                .startsWith("3000003;reason=\"Invalid audience Uri '" + simulator.mySiteUrl() + "'.\"");
        assertThat(wrongHost.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("realm=\"" + simulator.tenantId() + "\"");
        HttpResponse<byte[]> secret =
                properties(SharePointClient.of(simulator, Site.ADMIN, Site.ADMIN, Credential.SECRET), "anna.berg");
        assertThat(secret.statusCode()).isEqualTo(401);
        assertThat(text(secret)).contains("Unsupported app only token.");
        assertThat(text(properties(
                        SharePointClient.of(simulator, Site.ADMIN, Site.GRAPH, Credential.CERTIFICATE), "x")))
                .contains("Invalid issuer or signature.");
        assertThat(properties(admin.withToken(""), "anna.berg").statusCode()).isEqualTo(401);
        assertThat(text(properties(admin.withToken("nonsense"), "anna.berg"))).contains("Unsupported security token.");
    }

    @Test
    void a_digest_is_given_in_the_shape_of_the_metadata_level() {
        JsonNode lean = json(admin.post("/_api/contextinfo", ""));
        assertThat(lean.get("FormDigestTimeoutSeconds").asInt()).isEqualTo(1800);
        assertThat(lean.get("FormDigestValue").asText()).startsWith("0x").contains(",");
        JsonNode verbose =
                json(admin.accepting("application/json;odata=verbose").post("/_api/contextinfo", ""));
        assertThat(verbose.at("/d/GetContextWebInformation/FormDigestValue").asText())
                .startsWith("0x");
    }

    @Test
    void ensuring_a_user_puts_them_on_the_site_and_makes_no_profile() {
        String body = "{\"logonName\":\"" + claim("no.profile") + "\"}";
        assertThat(json(admin.post("/_api/web/ensureuser", body)).get("Title").asText())
                .isEqualTo("Nora Profilson");
        assertThat(text(properties(admin, "no.profile"))).isEqualTo("{\"odata.null\":true}");
        String nobody = "{\"logonName\":\"" + claim("nobody.at.all") + "\"}";
        assertThat(admin.post("/_api/web/ensureuser", nobody).statusCode()).isEqualTo(400);
    }

    @Test
    void an_aged_token_is_refused() {
        try (M365Simulator other = M365Simulator.start(SimulatorOptions.defaults())) {
            SharePointClient client = SharePointClient.of(other, Site.ADMIN);
            other.clock().advance(Duration.ofHours(2));
            HttpResponse<byte[]> refused = properties(client, "anna.berg");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(text(refused)).contains("The token is expired");
        }
    }

    @Test
    void no_app_makes_profiles() {
        HttpResponse<byte[]> refused = admin.post(
                "/_api/sp.userprofiles.profileloader.getprofileloader/createpersonalsiteenqueuebulk",
                "{\"emailIDs\":[\"no.profile@contoso.onmicrosoft.com\"]}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(text(refused)).contains("Attempted to perform an unauthorized operation.");
    }

    @Test
    void every_answer_can_be_named_to_support() {
        HttpResponse<byte[]> answer = properties(admin, "anna.berg");
        assertThat(answer.headers().firstValue("SPRequestGuid")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/json;odata=nometadata;streaming=true;charset=utf-8");
    }

    private static String claim(String alias) {
        return "i:0#.f|membership|" + alias + "@contoso.onmicrosoft.com";
    }

    private static HttpResponse<byte[]> properties(SharePointClient client, String alias) {
        String literal = encoded(claim(alias).replace("'", "''"));
        return client.get(PEOPLE + "GetPropertiesFor(accountName=@v)?@v='" + literal + "'");
    }

    private static HttpResponse<byte[]> set(SharePointClient client, String alias, String name, String value) {
        return client.post(
                PEOPLE + "SetSingleValueProfileProperty",
                "{\"accountName\":\"" + claim(alias) + "\",\"propertyName\":\"" + name + "\",\"propertyValue\":\""
                        + value + "\"}");
    }

    private static String property(JsonNode person, String name) {
        for (JsonNode pair : person.get("UserProfileProperties")) {
            if (pair.get("Key").asText().equals(name)) {
                return pair.get("Value").asText();
            }
        }
        return "(none)";
    }

    private static String code(HttpResponse<byte[]> response) {
        return json(response).at("/odata.error/code").asText();
    }
}
