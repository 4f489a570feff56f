package org.photobridge.simulator.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.simulator.sharepoint.SharePointClient.encoded;
import static org.photobridge.simulator.sharepoint.SharePointClient.json;
import static org.photobridge.simulator.sharepoint.SharePointClient.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.Resource;
import org.photobridge.simulator.http.Site;

class FilesIT {
    private static final String FOLDER = "/User Photos/Profile Pictures";

    private static M365Simulator simulator;
    private static SharePointClient my;

    @BeforeAll
    static void start() {
        simulator = M365Simulator.start(SimulatorOptions.defaults());
        my = SharePointClient.of(simulator, Site.MY);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void an_upload_comes_back_byte_for_byte_and_raises_the_version() {
        byte[] bytes = {0, 1, 2, (byte) 0xff, 13, 10};
        JsonNode first = json(upload("round_LThumb.jpg", bytes));
        assertThat(first.get("Length").isTextual()).isTrue();
        assertThat(first.get("Length").asText()).isEqualTo("6");
        assertThat(first.get("ServerRelativeUrl").asText()).isEqualTo(FOLDER + "/round_LThumb.jpg");
        assertThat(first.get("ETag").asText()).endsWith(",1\"");
        JsonNode second = json(upload("ROUND_lthumb.jpg", new byte[] {7}));
        assertThat(second.get("ETag").asText()).endsWith(",2\"");
        assertThat(second.get("UniqueId")).isEqualTo(first.get("UniqueId"));
        assertThat(my.get(file("round_LThumb.jpg") + "/$value").body()).containsExactly(7);
    }

    @Test
    void names_with_percent_number_sign_and_apostrophe_are_taken_literally_by_path_calls() {
        String name = "a%25b%23_o''hara_L+Thumb.jpg";
        assertThat(text(my.post(folder() + "/Files/AddUsingPath(decodedUrl='" + name + "',overwrite=true)", "x")))
                .contains("\"Name\":\"a%b#_o'hara_L+Thumb.jpg\"");
        assertThat(text(my.get(file(name) + "/$value"))).isEqualTo("x");
    }

    @Test
    void the_older_calls_mangle_such_names() {
        assertThat(text(my.post(folder() + "/Files/add(url='c%2520d.jpg',overwrite=true)", "x")))
                .contains("\"Name\":\"c d.jpg\"");
    }

    @Test
    void an_existing_file_is_only_overwritten_when_that_is_asked_for() {
        upload("keep.jpg", new byte[] {1});
        HttpResponse<byte[]> refused = my.post(folder() + "/Files/AddUsingPath(decodedUrl='keep.jpg')", "x");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains("already exists");
    }

    @Test
    void missing_folders_and_files_have_their_own_404s() {
        HttpResponse<byte[]> noFolder = my.post(
                "/_api/web/GetFolderByServerRelativePath(decodedUrl='/User%20Photos/Profilbilder')"
                        + "/Files/AddUsingPath(decodedUrl='x.jpg',overwrite=true)",
                "x");
        assertThat(noFolder.statusCode()).isEqualTo(404);
        assertThat(json(noFolder).at("/odata.error/code").asText())
                .isEqualTo("-2147024894, System.IO.FileNotFoundException");
        HttpResponse<byte[]> noFile = my.get(file("nothing.jpg") + "/$value");
        assertThat(noFile.statusCode()).isEqualTo(404);
        assertThat(json(noFile).at("/odata.error/message/value").asText())
                .isEqualTo("The file " + FOLDER + "/nothing.jpg does not exist.");
    }

    @Test
    void the_library_is_on_the_my_site_host_alone() {
        for (Site site : List.of(Site.ROOT, Site.ADMIN)) {
            assertThat(SharePointClient.of(simulator, site).get(folder()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_deleted_file_is_gone_even_if_it_was_there_from_the_start() {
        String base = simulator.tenant().named("zoe.mueller").objectId();
        assertThat(my.get(file(base + "_SThumb.jpg")).statusCode()).isEqualTo(200);
        HttpRequest.Builder delete = my.request(file(base + "_SThumb.jpg"))
                .header("X-HTTP-Method", "DELETE")
                .header("If-Match", "*")
                .POST(HttpRequest.BodyPublishers.noBody());
        assertThat(my.send(delete).statusCode()).isEqualTo(200);
        assertThat(my.get(file(base + "_SThumb.jpg")).statusCode()).isEqualTo(404);
        upload("bin.jpg", new byte[] {1});
        assertThat(my.post(file("bin.jpg") + "/recycle", "").statusCode()).isEqualTo(200);
        assertThat(my.get(file("bin.jpg")).statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_of_another_version_is_not_deleted() {
        upload("version.jpg", new byte[] {1});
        HttpRequest.Builder delete = my.request(file("version.jpg"))
                .header("If-Match", "\"{other},1\"")
                .DELETE();
        assertThat(my.send(delete).statusCode()).isEqualTo(412);
        assertThat(my.get(file("version.jpg")).statusCode()).isEqualTo(200);
    }

    @Test
    void seeded_thumbnails_have_their_sizes_and_both_kinds_of_names() throws Exception {
        String objectId = simulator.tenant().named("carla.rossi").objectId();
        assertThat(width(objectId + "_LThumb.jpg")).isEqualTo(200);
        assertThat(width(objectId + "_MThumb.jpg")).isEqualTo(72);
        assertThat(width(objectId + "_SThumb.jpg")).isEqualTo(48);
        assertThat(width("account_form_contoso_onmicrosoft_com_LThumb.jpg")).isEqualTo(200);
        assertThat(width("old_renamed_user_contoso_onmicrosoft_com_LThumb.jpg")).isEqualTo(200);
        assertThat(width("daniel_o''hara_contoso_onmicrosoft_com_LThumb.jpg")).isEqualTo(200);
        assertThat(width(simulator.tenant().named("larger.copy").objectId() + "_LThumb.jpg"))
                .isEqualTo(300);
        assertThat(width(simulator.tenant().named("smaller.copy").objectId() + "_LThumb.jpg"))
                .isEqualTo(96);
    }

    @Test
    void who_has_no_files_at_the_start_has_none() {
        for (String alias : List.of("no.photo", "no.profile", "files.gone", "elsewhere.url", "account.form")) {
            String objectId = simulator.tenant().named(alias).objectId();
            assertThat(my.get(file(objectId + "_MThumb.jpg")).statusCode())
                    .as(alias)
                    .isEqualTo(404);
        }
    }

    @Test
    void folders_and_files_are_listed() {
        List<String> folders = new ArrayList<>();
        json(my.get("/_api/web/GetFolderByServerRelativePath(decodedUrl='/User%20Photos')/Folders?$select=Name"))
                .get("value")
                .forEach(folder -> folders.add(folder.get("Name").asText()));
        assertThat(folders).contains("Forms", "Profile Pictures");
        JsonNode files = json(my.get(folder() + "/Files?%24select=Name%2CLength&%24top=5"))
                .get("value");
        assertThat(files).hasSize(5);
        assertThat(files.get(4).size()).isEqualTo(2);
    }

    @Test
    void a_folder_counts_its_files_written_and_deleted_ones_included() {
        int before = count();
        upload("counted.jpg", new byte[] {1});
        assertThat(count()).isEqualTo(before + 1);
        String seeded = simulator.tenant().named("cmyk.photo").objectId() + "_SThumb.jpg";
        upload(seeded, new byte[] {1});
        assertThat(count()).isEqualTo(before + 1);
        simulator.sharePoint().deleteFile(FOLDER + "/" + seeded);
        simulator.sharePoint().deleteFile(FOLDER + "/counted.jpg");
        assertThat(count()).isEqualTo(before - 1);
    }

    private static int count() {
        return json(my.get(folder() + "?$select=ItemCount")).get("ItemCount").asInt();
    }

    @Test
    void what_is_not_simulated_is_refused() {
        HttpResponse<byte[]> refused = my.get(folder() + "/Files?$filter=Name%20eq%20'x'");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains("$filter is not simulated");
    }

    @Test
    void a_folder_can_be_added_in_one_that_is_there() {
        assertThat(my.post("/_api/web/folders/addUsingPath(DecodedUrl='User%20Photos%2FNew%20one',overwrite=false)", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(my.get("/_api/web/getFolderByServerRelativePath(decodedUrl='%2FUser%20Photos%2FNew%20one')")
                        .statusCode())
                .isEqualTo(200);
        assertThat(my.post("/_api/web/folders/addUsingPath(DecodedUrl='Nowhere%2FNew')", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void forbidden_characters_are_refused() {
        HttpResponse<byte[]> refused = upload("a%3Cb.jpg", new byte[] {1});
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains("not permitted");
    }

    @Test
    void content_is_overwritten_by_a_tunnelled_put() {
        upload("tunnel.jpg", new byte[] {1});
        HttpRequest.Builder put = my.request(file("tunnel.jpg") + "/$value")
                .header("X-HTTP-Method", "PUT")
                .POST(HttpRequest.BodyPublishers.ofString("new"));
        assertThat(my.send(put).statusCode()).isEqualTo(200);
        assertThat(text(my.get(file("tunnel.jpg") + "/$value"))).isEqualTo("new");
        assertThat(json(my.get(file("tunnel.jpg"))).get("UIVersionLabel").asText())
                .isEqualTo("2.0");
    }

    @Test
    void files_keep_the_name_of_an_account_that_is_renamed() {
        Person before = simulator.tenant().named("a.b");
        String url = simulator.sharePoint().profile(before).orElseThrow().get("PictureURL");
        simulator.tenant().change(before.withUserPrincipalName("ada.king@contoso.onmicrosoft.com"));
        Person after = simulator.tenant().named("ada.king");
        assertThat(simulator.sharePoint().profile(after).orElseThrow())
                .containsEntry("PictureURL", url)
                .containsEntry("AccountName", "i:0#.f|membership|ada.king@contoso.onmicrosoft.com");
        assertThat(my.get(file("a_b_contoso_onmicrosoft_com_LThumb.jpg")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void without_a_role_about_sites_no_file_is_read_or_written() {
        simulator.app().revoke(Resource.SHAREPOINT, "Sites.FullControl.All");
        try {
            SharePointClient poor = SharePointClient.of(simulator, Site.MY);
            assertThat(poor.get(folder()).statusCode()).isEqualTo(403);
            simulator.app().grant(Resource.SHAREPOINT, "Sites.Read.All");
            SharePointClient reader = SharePointClient.of(simulator, Site.MY);
            assertThat(reader.get(folder()).statusCode()).isEqualTo(200);
            assertThat(reader.post(folder() + "/Files/AddUsingPath(decodedUrl='x.jpg',overwrite=true)", "x")
                            .statusCode())
                    .isEqualTo(403);
        } finally {
            simulator.app().revoke(Resource.SHAREPOINT, "Sites.Read.All");
            simulator.app().grant(Resource.SHAREPOINT, "Sites.FullControl.All");
        }
    }

    @Test
    void the_web_tells_its_language() {
        assertThat(json(my.get("/_api/web?$select=Language,Url"))
                        .get("Language")
                        .asInt())
                .isEqualTo(1033);
    }

    private static HttpResponse<byte[]> upload(String name, byte[] bytes) {
        return my.post(folder() + "/Files/AddUsingPath(decodedUrl='" + name + "',overwrite=true)", bytes);
    }

    private static String folder() {
        return "/_api/web/GetFolderByServerRelativePath(decodedUrl='" + encoded(FOLDER) + "')";
    }

    private static String file(String name) {
        return "/_api/web/GetFileByServerRelativePath(decodedUrl='" + encoded(FOLDER) + "/" + name + "')";
    }

    private static int width(String name) throws Exception {
        HttpResponse<byte[]> file = my.get(file(name) + "/$value");
        assertThat(file.statusCode()).as(name).isEqualTo(200);
        assertThat(Arrays.copyOf(file.body(), 2)).containsExactly((byte) 0xff, (byte) 0xd8);
        return ImageIO.read(new ByteArrayInputStream(file.body())).getWidth();
    }
}
