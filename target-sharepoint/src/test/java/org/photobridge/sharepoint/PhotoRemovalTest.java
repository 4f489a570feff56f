package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.sharepoint.ScriptedHosts.Answer;
import org.photobridge.sharepoint.ScriptedHosts.Received;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.WriteResult;

/** At no moment may SharePoint point at a file that isn't there, or a stop leave somebody else's file touched. */
class PhotoRemovalTest extends ScriptedTest {
    @BeforeEach
    void files_can_be_deleted() {
        hosts.on(Site.MY_SITE, "POST .*GetFileByServerRelativePath", Answer.of(200, "{\"odata.null\":true}"));
    }

    /** What changed something, in the order in which it came: by property, upload or deletion. */
    private List<String> changes() {
        return hosts.received().stream()
                .filter(request ->
                        request.line().startsWith("POST") && !request.host().equals(ScriptedHosts.LOGIN))
                .map(PhotoRemovalTest::change)
                .toList();
    }

    private static String change(Received request) {
        if (request.line().contains("ProcessQuery")) {
            String names = "(?s).*?<Parameter Type=\"String\">(PictureURL|SPS-PicturePlaceholderState)</Parameter>"
                    + "<Parameter Type=\"String\">([^<]*)<.*";
            return request.text().replaceFirst(names, "$1=$2");
        }
        return request.headers().containsKey("x-http-method") ? "delete" : "upload";
    }

    @Test
    void removal_hides_the_picture_then_deletes_its_files_and_empties_the_address_last() {
        assertThat(target().removePhotos(List.of(TargetRequest.of(anna())), call))
                .containsExactly(WriteResult.written(""));
        assertThat(changes())
                .containsExactly("SPS-PicturePlaceholderState=1", "delete", "delete", "delete", "PictureURL=");
    }

    @Test
    void removal_of_an_address_elsewhere_deletes_no_file() {
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile(pictureUrl("bbbbbbbb-0000-0000-0000-000000000002"), "0"));
        target().removePhotos(List.of(TargetRequest.of(anna())), call);
        assertThat(changes()).containsExactly("SPS-PicturePlaceholderState=1", "PictureURL=");
    }

    @Test
    void undo_brings_the_files_then_the_properties_and_only_then_deletes_what_was_not_there() {
        TargetSnapshot before = TargetSnapshot.of(
                Map.of("L", new byte[] {1}, "M", new byte[] {2}), values(ANNA_ID, pictureUrl(ANNA_ID)));
        assertThat(target().restore(anna(), before, call)).isInstanceOf(WriteResult.Written.class);
        assertThat(changes()).containsExactly("upload", "upload", "PictureURL=" + pictureUrl(ANNA_ID), "delete");
    }

    @Test
    void undo_does_not_write_to_files_that_are_not_the_persons_any_more() {
        for (String base : List.of("anna_earlier_contoso_com", "bbbbbbbb-0000-0000-0000-000000000002")) {
            TargetSnapshot before = TargetSnapshot.of(Map.of("L", new byte[] {1}), values(base, pictureUrl(base)));
            WriteResult result = target().restore(anna(), before, call);
            assertThat(result)
                    .isInstanceOfSatisfying(
                            WriteResult.Failed.class,
                            failed -> assertThat(failed.failure().code()).isEqualTo("sharepoint-other-file"));
        }
        assertThat(changes()).isEmpty();
    }

    private static Map<String, String> values(String base, String pictureUrl) {
        Map<String, String> values = new HashMap<>();
        values.put("folder", FOLDER);
        values.put("base", base);
        values.put("PictureURL", pictureUrl);
        values.put("SPS-PicturePlaceholderState", "0");
        values.put("SPS-PictureTimestamp", "63775083296");
        values.put("SPS-PictureExchangeSyncState", "1");
        return values;
    }
}
