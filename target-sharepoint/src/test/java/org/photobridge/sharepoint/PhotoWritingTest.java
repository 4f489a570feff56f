package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.photobridge.sharepoint.ScriptedHosts.Answer;
import org.photobridge.sharepoint.ScriptedHosts.Received;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.TargetToken;
import org.photobridge.spi.VerifyResult;
import org.photobridge.spi.WriteResult;
import org.photobridge.testkit.ScriptedCallContext;

class PhotoWritingTest extends ScriptedTest {
    private static Answer csomError(String type, String message) {
        return Answer.of(
                200,
                "[{\"SchemaVersion\":\"15.0.0.0\",\"ErrorInfo\":{\"ErrorMessage\":\"" + message
                        + "\",\"ErrorTypeName\":\"" + type + "\"}}]");
    }

    private WriteResult writeAnna(SharePointTarget target) {
        return target.writePhotos(List.of(write(target, anna(), token(target))), call)
                .get(0);
    }

    private static Failure failure(WriteResult result) {
        assertThat(result).isInstanceOf(WriteResult.Failed.class);
        return ((WriteResult.Failed) result).failure();
    }

    private List<Received> posts() {
        return Stream.of(hosts.received(Site.MY_SITE), hosts.received(Site.ADMIN))
                .flatMap(List::stream)
                .filter(request -> request.line().startsWith("POST"))
                .toList();
    }

    @Test
    void three_files_come_before_one_request_with_four_properties() {
        writeAnna(target());
        List<Received> posts = posts();
        assertThat(posts).hasSize(4);
        assertThat(posts.subList(0, 3)).allMatch(request -> request.line().contains("AddUsingPath"));
        String query = posts.get(3).text();
        assertThat(query.indexOf("PictureURL")).isPositive().isLessThan(query.indexOf("SPS-PicturePlaceholderState"));
        assertThat(query).contains("SPS-PictureTimestamp", "SPS-PictureExchangeSyncState");
    }

    @Test
    void properties_are_set_on_the_admin_host_only() {
        writeAnna(target());
        assertThat(hosts.received(Site.MY_SITE))
                .noneMatch(request -> request.line().contains("ProcessQuery"));
        assertThat(hosts.received(Site.ROOT)).isEmpty();
    }

    @Test
    void address_points_at_the_middle_thumbnail_with_port_and_escaped_space() {
        writeAnna(target());
        assertThat(posts().get(3).text())
                .contains(">" + hosts.url(Site.MY_SITE) + "/User%20Photos/Profile%20Pictures/" + ANNA_ID
                        + "_MThumb.jpg<");
    }

    @Test
    void time_stamp_moves_and_counts_from_the_year_one() {
        writeAnna(target());
        String stamp = posts().get(3)
                .text()
                .replaceAll(".*SPS-PictureTimestamp</Parameter><Parameter Type=\"String\">(\\d+)<.*", "$1");
        assertThat(Long.parseLong(stamp)).isGreaterThan(63775083296L);
    }

    @Test
    void signs_of_names_are_escaped_in_xml() {
        String query = CsomPropertyWriter.query("i:0#.f|membership|o'hara&<co>@x", Map.of("PictureURL", "a\"b"));
        assertThat(query).contains("o&apos;hara&amp;&lt;co&gt;@x", "a&quot;b").doesNotContain("o'hara");
    }

    @Test
    void file_names_are_quoted_for_odata() {
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile(pictureUrl("anna_o'hara_contoso_com"), "0"));
        hosts.on(Site.ADMIN, "anna_o|a\\.o", Answer.of(200, "{\"odata.null\":true}"));
        hosts.on(Site.ADMIN, "anna\\.o", profile(pictureUrl("anna_o'hara_contoso_com"), "0"));
        writeAnna(target());
        assertThat(posts().get(0).line()).contains("decodedUrl='anna_o%27%27hara_contoso_com_");
    }

    @Test
    void success_status_with_an_error_inside_is_a_failure_that_is_tried_again_unless_its_words_are_known() {
        hosts.on(Site.ADMIN, "ProcessQuery", csomError("System.Exception", "Something."));
        Failure failure = failure(writeAnna(target()));
        assertThat(failure.code()).isEqualTo("sharepoint-unexplained");
        assertThat(failure.category().isRetryable()).isTrue();
    }

    @Test
    void locked_property_is_a_missing_right_and_not_a_passing_weakness() {
        hosts.on(
                Site.ADMIN,
                "ProcessQuery",
                csomError(
                        "Microsoft.SharePoint.Client.ServerException",
                        "This operation requires you to be managing your own data or have administrator privileges."));
        Failure failure = failure(writeAnna(target()));
        assertThat(failure.category()).isEqualTo(ErrorCategory.PERMISSION_DENIED);
        assertThat(failure.code()).isEqualTo("sharepoint-property-locked");
    }

    @Test
    void refused_access_inside_a_success_is_a_missing_permission() {
        hosts.on(Site.ADMIN, "ProcessQuery", csomError("System.UnauthorizedAccessException", "Access denied."));
        assertThat(failure(writeAnna(target())).code()).isEqualTo("sharepoint-403-profiles");
    }

    @Test
    void profile_that_went_meanwhile_is_not_found() {
        hosts.on(
                Site.ADMIN,
                "ProcessQuery",
                csomError("x", "User Profile Error 1000: User Not Found: Could not load profile data."));
        assertThat(failure(writeAnna(target())).code()).isEqualTo("sharepoint-no-profile");
    }

    @Test
    void answer_that_is_no_csom_answer_is_no_success() {
        hosts.on(Site.ADMIN, "ProcessQuery", Answer.of(200, "{}"));
        assertThat(failure(writeAnna(target())).code()).isEqualTo("sharepoint-unreadable-answer");
    }

    @Test
    void rest_sets_one_property_a_request_in_the_same_order() {
        hosts.on(Site.ADMIN, "SetSingleValueProfileProperty", Answer.of(200, "{\"odata.null\":true}"));
        SharePointTarget target = target(Map.of("transport", "rest"));
        ScriptedCallContext keeping = ScriptedCallContext.keeping(target.rateLimits());
        target.writePhotos(List.of(write(target, anna(), token(target))), keeping);
        List<String> names = posts().stream()
                .filter(request -> request.line().contains("SetSingle"))
                .map(request -> request.text().replaceAll(".*\"propertyName\":\"([^\"]+)\".*", "$1"))
                .toList();
        assertThat(names)
                .containsExactly(
                        "PictureURL",
                        "SPS-PicturePlaceholderState",
                        "SPS-PictureTimestamp",
                        "SPS-PictureExchangeSyncState");
    }

    @Test
    void rest_refusal_of_the_wrong_host_is_no_passing_weakness() {
        hosts.on(
                Site.ADMIN,
                "SetSingleValueProfileProperty",
                Answer.of(
                        500,
                        "{\"odata.error\":{\"code\":\"-1, Microsoft.Office.Server.UserProfiles."
                                + "PropertyNotEditableException\",\"message\":{\"lang\":\"en-US\",\"value\":"
                                + "\"Property Not Editable: ...\"}}}"));
        SharePointTarget target = target(Map.of("transport", "rest"));
        Failure failure = failure(writeAnna(target));
        assertThat(failure.code()).isEqualTo("sharepoint-property-locked");
        assertThat(failure.category().isRetryable()).isFalse();
    }

    @Test
    void properties_stay_as_they_are_when_an_upload_fails() {
        hosts.on(Site.MY_SITE, "_SThumb.jpg',overwrite", Answer.of(503, ""));
        assertThat(failure(writeAnna(target())).category()).isEqualTo(ErrorCategory.UNAVAILABLE);
        assertThat(hosts.received(Site.ADMIN))
                .noneMatch(request -> request.line().contains("ProcessQuery"));
    }

    @Test
    void upload_that_was_cut_short_on_its_way_is_noticed() {
        hosts.on(Site.MY_SITE, "_LThumb.jpg',overwrite", Answer.of(200, "{\"Length\":\"1\"}"));
        assertThat(failure(writeAnna(target())).code()).isEqualTo("sharepoint-not-stored");
    }

    @Test
    void all_is_acquired_in_one_piece_before_the_first_upload() {
        SharePointTarget target = target();
        TargetToken token = token(target);
        ScriptedCallContext keeping = ScriptedCallContext.keeping(target.rateLimits());
        int before = hosts.received(Site.MY_SITE).size();
        target.writePhotos(List.of(write(target, anna(), token)), keeping);
        assertThat(keeping.costs()).hasSize(1);
        assertThat(keeping.spent("people-manager")).isEqualTo(4);
        long sent = hosts.received(Site.MY_SITE).size() - before + 1;
        assertThat(keeping.spent("ru")).isGreaterThanOrEqualTo(2 * sent);
    }

    @Test
    void cancellation_between_two_people_keeps_the_first_result() {
        SharePointTarget target = target();
        TargetToken token = token(target);
        ScriptedCallContext cancelled = ScriptedCallContext.free().cancelledAfter(1);
        List<WriteResult> results = target.writePhotos(
                List.of(write(target, anna(), token), write(target, account("2", "b@contoso.com"), token)), cancelled);
        assertThat(results.get(0)).isInstanceOf(WriteResult.Written.class);
        assertThat(results.get(1)).isInstanceOf(WriteResult.NotAttempted.class);
    }

    @Test
    void sign_in_that_fails_before_anything_was_sent_is_of_the_run() {
        hosts.on(ScriptedHosts.LOGIN, "token", Answer.of(401, "{\"error\":\"invalid_client\"}"));
        SharePointTarget target = target();
        PhotoWrite write = write(target, anna(), handMadeToken());
        assertThat(catchThrowable(() -> target.writePhotos(List.of(write), call)))
                .isInstanceOf(ProviderException.class);
        assertThat(posts()).isEmpty();
    }

    @Test
    void host_that_is_not_the_admin_host_is_found_before_the_first_upload() {
        hosts.on(Site.ADMIN, "WebTemplate", Answer.of(200, "{\"WebTemplate\":\"GROUP\"}"));
        SharePointTarget target = target();
        PhotoWrite write = write(target, anna(), handMadeToken());
        ProviderException failure =
                catchThrowableOfType(ProviderException.class, () -> target.writePhotos(List.of(write), call));
        assertThat(failure.code()).isEqualTo("sharepoint-wrong-host");
        assertThat(posts()).isEmpty();
    }

    @Test
    void token_without_the_role_for_profiles_is_found_before_the_first_upload() {
        hosts.on(ScriptedHosts.LOGIN, "token", Answer.of(200, ScriptedHosts.tokenAnswer("e30.e30.c2ln")));
        SharePointTarget target = target();
        PhotoWrite write = write(target, anna(), handMadeToken());
        ProviderException failure =
                catchThrowableOfType(ProviderException.class, () -> target.writePhotos(List.of(write), call));
        assertThat(failure.code()).isEqualTo("sharepoint-403-profiles");
        assertThat(posts()).isEmpty();
    }

    @Test
    void opaque_token_is_as_good_a_token() {
        hosts.on(ScriptedHosts.LOGIN, "token", Answer.of(200, ScriptedHosts.tokenAnswer("opaque")));
        assertThat(writeAnna(target())).isInstanceOf(WriteResult.Written.class);
    }

    @Test
    void failure_after_something_was_sent_is_a_result() {
        hosts.on(Site.MY_SITE, "AddUsingPath", Answer.of(429, "").with("Retry-After", "9"));
        SharePointTarget target = target();
        List<WriteResult> results = target.writePhotos(
                List.of(write(target, anna(), handMadeToken()), write(target, anna(), handMadeToken())), call);
        assertThat(failure(results.get(0)).category()).isEqualTo(ErrorCategory.THROTTLED);
        assertThat(results.get(1)).isInstanceOf(WriteResult.NotAttempted.class);
    }

    @Test
    void cancelled_write_sends_nothing() {
        SharePointTarget target = target();
        PhotoWrite write = write(target, anna(), handMadeToken());
        assertThat(catchThrowable(() -> target.writePhotos(List.of(write), ScriptedCallContext.cancelled())))
                .isInstanceOf(CancellationException.class);
        assertThat(posts()).isEmpty();
    }

    @Test
    void file_that_a_similar_account_shares_is_refused() {
        String shared = "a_b_contoso_com";
        String other = "dddddddd-0000-0000-0000-000000000004";
        hosts.on(Site.ADMIN, "Ca\\.b%40", profile(claim("a.b"), ANNA_ID, pictureUrl(shared), "0"));
        hosts.on(Site.ADMIN, "Ca_b%40", profile(claim("a_b"), other, pictureUrl(shared), "0"));
        SharePointTarget target = target();
        TargetToken token =
                new StateToken(claim("a.b"), new PictureLocation(FOLDER, shared), true, "", "", "").toToken();
        WriteResult result = target.writePhotos(
                        List.of(write(target, account(ANNA_ID, "a.b@contoso.com"), token)), call)
                .get(0);
        assertThat(failure(result).code()).isEqualTo("sharepoint-name-clash");
        assertThat(posts()).isEmpty();
    }

    @Test
    void similar_account_with_a_file_of_its_own_is_no_clash() {
        String other = "dddddddd-0000-0000-0000-000000000004";
        hosts.on(Site.ADMIN, "Ca_b%40", profile(claim("a_b"), other, pictureUrl(other), "0"));
        SharePointTarget target = target();
        TargetToken token = new StateToken(
                        claim("a.b"), new PictureLocation(FOLDER, "a_b_contoso_com"), true, "", "", "")
                .toToken();
        assertThat(target.writePhotos(List.of(write(target, account(ANNA_ID, "a.b@contoso.com"), token)), call)
                        .get(0))
                .isInstanceOf(WriteResult.Written.class);
    }

    @Test
    void picture_is_served_when_properties_and_content_are_ours() {
        SharePointTarget target = target();
        PhotoWrite write = write(target, anna(), token(target));
        hosts.on(Site.MY_SITE, "_LThumb.jpg'\\)/\\$value", Answer.bytes(new byte[] {9, (byte) 200}));
        assertThat(target.verify(List.of(write), call)).containsExactly(VerifyResult.served());
    }

    @Test
    void picture_whose_address_pages_are_not_given_is_not_served_yet() {
        SharePointTarget target = target();
        PhotoWrite write = write(target, anna(), token(target));
        hosts.on(Site.MY_SITE, "_LThumb.jpg'\\)/\\$value", Answer.bytes(new byte[] {9, (byte) 200}));
        String hidden = new String(profile(pictureUrl(ANNA_ID), "0").body(), StandardCharsets.UTF_8)
                .replaceFirst("\"PictureUrl\":\"[^\"]*\"", "\"PictureUrl\":null");
        hosts.on(Site.ADMIN, "GetPropertiesFor", Answer.of(200, hidden));
        assertThat(target.verify(List.of(write), call).get(0)).isInstanceOf(VerifyResult.NotYet.class);
    }

    @Test
    void old_content_is_not_served_yet() {
        SharePointTarget target = target();
        PhotoWrite write = write(target, anna(), token(target));
        assertThat(target.verify(List.of(write), call).get(0)).isInstanceOf(VerifyResult.NotYet.class);
    }

    @Test
    void third_content_is_different() {
        SharePointTarget target = target();
        PhotoWrite write = write(target, anna(), token(target));
        hosts.on(Site.MY_SITE, "_LThumb", Answer.bytes("pulled".getBytes(StandardCharsets.UTF_8)));
        assertThat(target.verify(List.of(write), call))
                .containsExactly(VerifyResult.different("sharepoint-other-picture"));
    }

    @Test
    void address_that_somebody_changed_since_is_different() {
        SharePointTarget target = target();
        PhotoWrite write = write(target, anna(), token(target));
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile("https://elsewhere.example/a.jpg", "0"));
        assertThat(target.verify(List.of(write), call))
                .containsExactly(VerifyResult.different("sharepoint-other-address"));
    }

    private static String claim(String local) {
        return SharePointSchema.ACCOUNT_PREFIX + local + "@contoso.com";
    }

    private TargetToken handMadeToken() {
        return new StateToken(ANNA_CLAIM, new PictureLocation(FOLDER, ANNA_ID), false, "", "", "").toToken();
    }
}
