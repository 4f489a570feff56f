package org.photobridge.simulator.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.simulator.sharepoint.SharePointClient.encoded;
import static org.photobridge.simulator.sharepoint.SharePointClient.text;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.http.Site;

class BatchIT {
    private static final String CLAIM = "i:0#.f|membership|anna.berg@contoso.onmicrosoft.com";

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
    void reads_and_writes_are_answered_one_by_one_and_a_failed_one_undoes_nothing() {
        URI base = simulator.adminUrl();
        String set = "{\"accountName\":\"" + CLAIM + "\",\"propertyName\":\"Title\",\"propertyValue\":\"Chief\"}";
        String answer = text(send(
                Site.ADMIN,
                item("GET", base + "/_api/nothing", "")
                        + change(item(
                                "POST",
                                base + "/_api/SP.UserProfiles.PeopleManager/SetSingleValueProfileProperty",
                                set))
                        + item(
                                "GET",
                                base + "/_api/SP.UserProfiles.PeopleManager/GetUserProfilePropertyFor(accountName=@v,"
                                        + "propertyName='Title')?@v='" + encoded(CLAIM) + "'",
                                "")));
        assertThat(answer).containsSubsequence("HTTP/1.1 404", "HTTP/1.1 200", "odata.null", "HTTP/1.1 200", "Chief");
    }

    @Test
    void an_address_of_another_site_is_refused_in_its_part() {
        String answer = text(send(Site.ADMIN, item("GET", simulator.mySiteUrl() + "/_api/web", "")));
        assertThat(answer).contains("HTTP/1.1 400");
        assertThat(text(send(Site.ADMIN, item("GET", "/_api/web", "")))).contains("HTTP/1.1 400");
    }

    @Test
    void only_one_file_can_be_uploaded() {
        String folder = simulator.mySiteUrl() + "/_api/web/getFolderByServerRelativePath(decodedUrl='"
                + encoded("/User Photos/Profile Pictures") + "')/files/AddUsingPath(decodedUrl='";
        String answer = text(send(
                Site.MY,
                change(item("POST", folder + "one.jpg',overwrite=true)", "1"))
                        + change(item("POST", folder + "two.jpg',overwrite=true)", "2"))));
        assertThat(answer).containsSubsequence("HTTP/1.1 200", "HTTP/1.1 400", "not supported");
    }

    @Test
    void what_is_no_batch_is_a_400() {
        SharePointClient admin = SharePointClient.of(simulator, Site.ADMIN);
        assertThat(admin.post("/_api/$batch", "{}").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<byte[]> send(Site site, String items) {
        SharePointClient client = SharePointClient.of(simulator, site);
        HttpRequest.Builder request = client.request("/_api/$batch")
                .header("Content-Type", "multipart/mixed; boundary=batch_1")
                .POST(HttpRequest.BodyPublishers.ofString(items + "--batch_1--\r\n"));
        HttpResponse<byte[]> answer = client.send(request);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("multipart/mixed; boundary=");
        return answer;
    }

    private static String item(String method, String url, String body) {
        return "--batch_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n" + method + " "
                + url + " HTTP/1.1\r\naccept: application/json;odata=nometadata\r\n"
                + "content-type: application/json\r\n\r\n" + body + "\r\n";
    }

    private static String change(String item) {
        return "--batch_1\r\nContent-Type: multipart/mixed; boundary=\"changeset_9\"\r\n\r\n"
                + item.replace("--batch_1", "--changeset_9") + "--changeset_9--\r\n\r\n";
    }
}
