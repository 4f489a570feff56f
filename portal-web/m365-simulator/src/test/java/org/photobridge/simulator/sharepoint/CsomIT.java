package org.photobridge.simulator.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.simulator.sharepoint.SharePointClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.directory.Resource;
import org.photobridge.simulator.http.Site;

class CsomIT {
    private static final String MANAGER = "<Constructor Id=\"1\" TypeId=\"{cf560d69-0fdb-4489-a216-b6b47adf8ef8}\"/>";

    private static M365Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = M365Simulator.start(SimulatorOptions.defaults());
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void several_properties_are_set_in_one_request() {
        JsonNode answer = process(
                Site.ADMIN,
                "<ObjectPath Id=\"2\" ObjectPathId=\"1\"/>"
                        + set(3, "anna.berg", "PictureURL", "https://x/?a=1&amp;b=&lt;2&gt;")
                        + set(4, "anna.berg", "SPS-PicturePlaceholderState", "0")
                        + set(5, "anna.berg", "SPS-PictureTimestamp", "63900000000"),
                MANAGER);
        assertThat(answer.get(0).get("ErrorInfo").isNull()).isTrue();
        assertThat(answer.get(1).asInt()).isEqualTo(2);
        assertThat(answer.get(2).get("IsNull").asBoolean()).isFalse();
        assertThat(answer).hasSize(3);
        assertThat(properties("anna.berg"))
                .containsEntry("PictureURL", "https://x/?a=1&b=<2>")
                .containsEntry("SPS-PicturePlaceholderState", "0")
                .containsEntry("SPS-PictureTimestamp", "63900000000");
    }

    @Test
    void actions_before_a_failing_one_stay_done_and_the_status_is_200_all_the_same() {
        JsonNode answer = process(
                Site.ADMIN,
                set(2, "zoe.mueller", "Title", "done")
                        + set(3, "nobody.at.all", "Title", "x")
                        + set(4, "zoe.mueller", "Title", "not done"),
                MANAGER);
        JsonNode error = answer.get(0).get("ErrorInfo");
        assertThat(error.get("ErrorMessage").asText())
                .isEqualTo("User Profile Error 1000: User Not Found: Could not load profile data from the database.");
        assertThat(error.get("TraceCorrelationId")).isEqualTo(answer.get(0).get("TraceCorrelationId"));
        assertThat(properties("zoe.mueller")).containsEntry("Title", "done");
    }

    @Test
    void a_person_is_read_and_an_unknown_one_is_null() {
        JsonNode answer = process(
                Site.MY,
                "<ObjectPath Id=\"4\" ObjectPathId=\"3\"/><Query Id=\"5\" ObjectPathId=\"3\"><Query"
                        + " SelectAllProperties=\"true\"><Properties/></Query></Query>"
                        + "<ObjectPath Id=\"7\" ObjectPathId=\"6\"/><Query Id=\"8\" ObjectPathId=\"6\"/>",
                MANAGER + propertiesFor(3, "carla.rossi") + propertiesFor(6, "no.profile"));
        assertThat(answer.get(2).get("IsNull").asBoolean()).isFalse();
        assertThat(answer.get(4).get("DisplayName").asText()).isEqualTo("Carla Rossi");
        assertThat(answer.get(4)
                        .at("/UserProfileProperties/SPS-PictureExchangeSyncState")
                        .asText())
                .isEqualTo("1");
        assertThat(answer.get(6).get("IsNull").asBoolean()).isTrue();
        assertThat(answer.get(8).isNull()).isTrue();
    }

    @Test
    void other_hosts_and_missing_roles_are_refused_in_the_words_of_csom() {
        String words = "This operation requires you to be managing your own data or have administrator privileges.";
        assertThat(error(process(Site.MY, set(2, "anna.berg", "Title", "x"), MANAGER)))
                .isEqualTo(words);
        simulator.app().revoke(Resource.SHAREPOINT, "User.ReadWrite.All");
        try {
            assertThat(error(process(Site.ADMIN, set(2, "anna.berg", "Title", "x"), MANAGER)))
                    .isEqualTo(words);
        } finally {
            simulator.app().grant(Resource.SHAREPOINT, "User.ReadWrite.All");
        }
    }

    @Test
    void what_is_no_client_query_is_named_and_entities_are_not_followed() {
        SharePointClient admin = SharePointClient.of(simulator, Site.ADMIN);
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Request>&e;</Request>";
        for (String body : new String[] {"nonsense", "<Request/>", entity}) {
            HttpResponse<byte[]> answer = admin.post("/_vti_bin/client.svc/ProcessQuery", body);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(error(json(answer))).contains("not a valid client query");
        }
        assertThat(error(process(Site.ADMIN, "<Method Name=\"Nothing\" Id=\"2\" ObjectPathId=\"1\"/>", MANAGER)))
                .contains("does not exist");
        assertThat(error(process(Site.ADMIN, "<ObjectPath Id=\"2\" ObjectPathId=\"9\"/>", MANAGER)))
                .contains("object path '9'");
    }

    private static Map<String, String> properties(String alias) {
        return simulator.sharePoint().profile(simulator.tenant().named(alias)).orElseThrow();
    }

    private static String error(JsonNode answer) {
        return answer.get(0).at("/ErrorInfo/ErrorMessage").asText();
    }

    private static JsonNode process(Site site, String actions, String paths) {
        String body = "<Request AddExpandoFieldTypeSuffix=\"true\" SchemaVersion=\"15.0.0.0\""
                + " LibraryVersion=\"16.0.0.0\" ApplicationName=\"test\""
                + " xmlns=\"http://schemas.microsoft.com/sharepoint/clientquery/2009\"><Actions>" + actions
                + "</Actions><ObjectPaths>" + paths + "</ObjectPaths></Request>";
        HttpResponse<byte[]> answer =
                SharePointClient.of(simulator, site).post("/_vti_bin/client.svc/ProcessQuery", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private static String set(int id, String alias, String name, String value) {
        return "<Method Name=\"SetSingleValueProfileProperty\" Id=\"" + id + "\" ObjectPathId=\"1\"><Parameters>"
                + text(claim(alias)) + text(name) + text(value) + "</Parameters></Method>";
    }

    private static String propertiesFor(int id, String alias) {
        return "<Method Id=\"" + id + "\" ParentId=\"1\" Name=\"GetPropertiesFor\"><Parameters>" + text(claim(alias))
                + "</Parameters></Method>";
    }

    private static String text(String value) {
        return "<Parameter Type=\"String\">" + value + "</Parameter>";
    }

    private static String claim(String alias) {
        return "i:0#.f|membership|" + alias + "@contoso.onmicrosoft.com";
    }
}
