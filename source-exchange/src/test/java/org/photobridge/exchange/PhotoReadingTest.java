package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.exchange.StubService.Reply;
import org.photobridge.spi.Account;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.testkit.ScriptedCallContext;

class PhotoReadingTest extends StubTenant {
    private static final byte[] ONE_PIXEL = {'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0, 0, 0};
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};

    private void everybodyHas(String etag, int width, int height) {
        onBatch(url -> metadata(etag, width, height));
        stub.on("$value", Reply.bytes(PICTURE));
    }

    private static String fingerprint(PhotoResult result) {
        assertThat(result).isInstanceOf(PhotoResult.Found.class);
        return ((PhotoResult.Found) result).photo().fingerprint();
    }

    @Test
    void answers_in_any_order_find_their_people() {
        onBatch(url -> url.contains(id(2)) ? refusal(404, "ImageNotFound") : metadata("A1", 648, 648));
        stub.on("$value", Reply.bytes(PICTURE));
        assertThat(read(request(1), request(2), request(3)))
                .extracting(Object::getClass)
                .containsExactly(PhotoResult.Found.class, PhotoResult.Absent.class, PhotoResult.Found.class);
    }

    @Test
    void twenty_people_are_one_request() {
        onBatch(url -> refusal(404, "ImageNotFound"));
        PhotoRequest[] all =
                IntStream.range(0, 20).mapToObj(StubTenant::request).toArray(PhotoRequest[]::new);
        assertThat(read(all)).hasSize(20);
        assertThat(stub.asked("/v1.0/")).hasSize(1);
        assertThat(call.spent(ExchangeLimits.PHOTOS)).isEqualTo(20);
    }

    @Test
    void person_left_out_of_the_answer_is_a_failure_and_not_an_absence() {
        onBatch(url -> url.contains(id(1)) ? "" : refusal(404, "ImageNotFound"));
        List<PhotoResult> results = read(request(1), request(2));
        assertThat(failure(results.get(0)).code()).isEqualTo("graph-batch-incomplete");
        assertThat(results.get(1)).isEqualTo(PhotoResult.absent("graph-no-photo"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadRequest, REJECTED",
        "401, InvalidAuthenticationToken, AUTHENTICATION",
        "403, Forbidden, PERMISSION_DENIED",
        "404, ImageNotFound, NOT_FOUND",
        "500, Oops, UNAVAILABLE"
    })
    void refused_batch_is_nobodys_absence(int status, String code, ErrorCategory category) {
        stub.on("/$batch", Reply.error(status, code));
        assertThat(failureOf(() -> read(request(1))).category()).isEqualTo(category);
    }

    @Test
    void page_of_a_proxy_instead_of_a_batch_is_unreadable() {
        stub.on("/$batch", Reply.html(200));
        assertThat(failureOf(() -> read(request(1))).code()).isEqualTo("graph-unreadable");
    }

    @Test
    void item_that_is_throttled_waits_the_time_that_was_stated_for_it() {
        onBatch(url -> url.contains(id(1))
                ? "\"status\":429,\"headers\":{\"retry-after\":\"2.128\"},\"body\":{\"error\":{\"code\":\"TooManyRequests\"}}"
                : refusal(404, "ImageNotFound"));
        List<PhotoResult> results = read(request(1), request(2));
        Failure failure = failure(results.get(0));
        assertThat(failure.category()).isEqualTo(ErrorCategory.THROTTLED);
        assertThat(failure.retryAfter()).contains(Duration.ofMillis(2128));
        assertThat(results.get(1)).isInstanceOf(PhotoResult.Absent.class);
        assertThat(call.observations())
                .containsExactly(new ScriptedCallContext.Observation("outlook", 0, Duration.ofMillis(2128)));
    }

    @ParameterizedTest
    @CsvSource({
        "ImageNotFound, graph-no-photo",
        "ErrorEntityNotFound, graph-no-photo",
        "ErrorItemNotFound, graph-no-photo",
        "GetUserPhoto, graph-no-photo",
        "errornonexistentmailbox, graph-no-mailbox",
        "MailboxNotEnabledForRESTAPI, graph-no-mailbox"
    })
    void known_code_is_an_absence(String code, String ours) {
        onBatch(url -> refusal(404, code));
        assertThat(read(request(1))).containsExactly(PhotoResult.absent(ours));
    }

    @ParameterizedTest
    @CsvSource({
        "404, SomethingNew, graph-404",
        "404, Request_ResourceNotFound, graph-404-user",
        "403, ErrorAccessDenied, graph-403-photo",
        "403, ImageNotFound, graph-403-photo",
        "400, ConsumerPhotoIsNotSupported, graph-consumer-account",
        "400, BadRequest, graph-rejected",
        "424, FailedDependency, graph-unavailable",
        "503, ServiceUnavailable, graph-unavailable",
        "509, BandwidthLimitExceeded, graph-429"
    })
    void every_other_refusal_is_a_failure(int status, String code, String ours) {
        onBatch(url -> refusal(status, code));
        assertThat(failure(read(request(1)).get(0)).code()).isEqualTo(ours);
    }

    @Test
    void error_wrapped_into_a_message_is_unwrapped() {
        onBatch(url -> "\"status\":404,\"body\":{\"error\":{\"code\":\"UnknownError\",\"message\":"
                + "\"{\\\"error\\\":{\\\"code\\\":\\\"ErrorUserResolutionFailedUserDoesNotExist\\\"}}\"}}");
        assertThat(failure(read(request(1)).get(0)).code()).isEqualTo("graph-404-user");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "null", "{\"error\":null}", "{\"error\":{\"code\":null,\"message\":null}}", "\"text\"", "[]"
            })
    void refusal_without_a_proper_error_is_no_absence(String body) {
        onBatch(url -> "\"status\":404,\"body\":" + body);
        assertThat(failure(read(request(1)).get(0)).code()).isEqualTo("graph-404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"status\":null", "\"status\":\"200\"", "\"status\":99999999999999", "\"body\":{}"})
    void answer_without_a_proper_status_is_unreadable(String answer) {
        onBatch(url -> answer);
        assertThat(failure(read(request(1)).get(0)).code()).isEqualTo("graph-unreadable");
    }

    @Test
    void placeholder_of_one_pixel_is_no_photo() {
        onBatch(url -> "\"status\":200,\"body\":{\"@odata.mediaContentType\":\"image/gif\",\"@odata.mediaEtag\":\"\","
                + "\"id\":\"1X1\",\"width\":1,\"height\":1}");
        assertThat(read(request(1))).containsExactly(PhotoResult.absent("graph-placeholder"));
        assertThat(stub.asked("$value")).isEmpty();
    }

    @Test
    void placeholder_that_comes_for_an_announced_picture_is_a_contradiction_and_no_absence() {
        everybodyHas("A1", 648, 648);
        stub.on("$value", Reply.bytes(ONE_PIXEL));
        Failure failure = failure(read(request(1)).get(0));
        assertThat(failure.code()).isEqualTo("graph-photo-contradiction");
        assertThat(failure.category().isRetryable()).isTrue();
    }

    @Test
    void placeholder_that_comes_for_one_size_is_replaced_by_the_largest() {
        everybodyHas("A1", 648, 648);
        stub.on("/photos/", Reply.bytes(ONE_PIXEL));
        assertThat(read(PhotoRequest.of(Account.of(id(1), ""), 200)).get(0)).isInstanceOf(PhotoResult.Found.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "-1, -1"})
    void picture_without_extent_is_neither_a_picture_nor_an_absence(int width, int height) {
        onBatch(url -> metadata("A1", width, height));
        assertThat(failure(read(request(1)).get(0)).code()).isEqualTo("graph-unreadable");
    }

    @Test
    void not_modified_that_nobody_asked_for_is_a_failure_that_is_tried_again() {
        everybodyHas("A1", 648, 648);
        stub.on("$value", Reply.json(304, ""));
        assertThat(failure(read(request(1)).get(0)).category().isRetryable()).isTrue();
        onBatch(url -> "\"status\":304,\"headers\":{\"ETag\":\"A1\"}");
        assertThat(failure(read(request(1)).get(0)).category().isRetryable()).isTrue();
    }

    @Test
    void metadata_without_a_size_is_unreadable() {
        onBatch(url -> "\"status\":200,\"body\":{\"id\":\"648x648\"}");
        assertThat(failure(read(request(1)).get(0)).code()).isEqualTo("graph-unreadable");
    }

    @Test
    void unchanged_mark_downloads_nothing() {
        everybodyHas("A1", 648, 648);
        String fingerprint = fingerprint(read(request(1)).get(0));
        int downloads = stub.asked("$value").size();
        assertThat(read(request(1).unlessStill(fingerprint))).containsExactly(PhotoResult.notModified());
        assertThat(stub.asked("$value")).hasSize(downloads);
    }

    @Test
    void changed_mark_downloads_also_if_the_bytes_are_the_same() {
        everybodyHas("A1", 648, 648);
        String before = fingerprint(read(request(1)).get(0));
        everybodyHas("A2", 648, 648);
        assertThat(fingerprint(read(request(1).unlessStill(before)).get(0))).isNotEqualTo(before);
    }

    @Test
    void mark_of_the_picture_itself_plays_no_part() {
        everybodyHas("A1", 648, 648);
        stub.on("$value", Reply.bytes(PICTURE).with("ETag", "\"another\""));
        String fingerprint = fingerprint(read(request(1)).get(0));
        assertThat(fingerprint).contains("A1").doesNotContain("another");
    }

    @Test
    void picture_without_a_mark_is_told_by_its_bytes() {
        onBatch(url -> "\"status\":200,\"body\":{\"@odata.mediaEtag\":\"\",\"width\":648,\"height\":648}");
        stub.on("$value", Reply.bytes(PICTURE));
        String fingerprint = fingerprint(read(request(1)).get(0));
        assertThat(read(request(1).unlessStill(fingerprint))).containsExactly(PhotoResult.notModified());
        stub.on("$value", Reply.bytes(new byte[] {4, 5, 6}));
        assertThat(fingerprint(read(request(1).unlessStill(fingerprint)).get(0)))
                .isNotEqualTo(fingerprint);
    }

    @Test
    void mark_of_any_length_fits_a_fingerprint() {
        everybodyHas("A".repeat(5000), 648, 648);
        assertThat(fingerprint(read(request(1)).get(0))).hasSizeLessThanOrEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "648, 648, 300, /photos/360x360/$value",
        "648, 648, 360, /photos/360x360/$value",
        "648, 648, 649, /photo/$value",
        "648, 648, 648, /photo/$value",
        "96, 96, 300, /photo/$value",
        "300, 417, 200, /photo/$value",
        "1200, 1200, 200, /photo/$value"
    })
    void smallest_square_that_is_large_enough_is_fetched(int width, int height, int wanted, String path) {
        everybodyHas("A1", width, height);
        read(PhotoRequest.of(Account.of(id(1), ""), wanted));
        assertThat(stub.asked("$value"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.target()).endsWith(path));
    }

    @Test
    void other_size_of_the_same_picture_has_another_fingerprint() {
        everybodyHas("A1", 648, 648);
        PhotoRequest small = PhotoRequest.of(Account.of(id(1), ""), 200);
        assertThat(fingerprint(read(small).get(0)))
                .isNotEqualTo(fingerprint(read(request(1)).get(0)));
    }

    @Test
    void square_that_is_missing_after_all_is_replaced_by_the_largest() {
        everybodyHas("A1", 648, 648);
        stub.on("/photos/", Reply.error(404, "ImageNotFound"));
        assertThat(read(PhotoRequest.of(Account.of(id(1), ""), 200)).get(0)).isInstanceOf(PhotoResult.Found.class);
    }

    @Test
    void announced_picture_that_then_is_not_there_is_a_contradiction() {
        everybodyHas("A1", 648, 648);
        stub.on("$value", Reply.error(404, "ImageNotFound"));
        assertThat(failure(read(request(1)).get(0)).code()).isEqualTo("graph-photo-contradiction");
    }

    @Test
    void empty_picture_is_a_failure() {
        everybodyHas("A1", 648, 648);
        stub.on("$value", Reply.bytes(new byte[0]));
        assertThat(failure(read(request(1)).get(0)).code()).isEqualTo("graph-photo-empty");
    }

    @Test
    void picture_beyond_all_bounds_is_refused_and_the_others_go_on() {
        everybodyHas("A1", 648, 648);
        stub.inTurn("$value", Reply.bytes(new byte[GraphGateway.MOST_PHOTO_BYTES + 1]), Reply.bytes(PICTURE));
        List<PhotoResult> results = read(request(1), request(2));
        assertThat(failure(results.get(0)).code()).isEqualTo("graph-photo-too-large");
        assertThat(results.get(1)).isInstanceOf(PhotoResult.Found.class);
    }

    @Test
    void throttled_download_is_that_persons_failure() {
        everybodyHas("A1", 648, 648);
        stub.inTurn("$value", Reply.error(429, "ApplicationThrottled").with("Retry-After", "7"), Reply.bytes(PICTURE));
        List<PhotoResult> results = read(request(1), request(2));
        assertThat(failure(results.get(0)).retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(results.get(1)).isInstanceOf(PhotoResult.Found.class);
        assertThat(stub.asked("$value")).hasSize(2);
    }

    @Test
    void broken_connection_fails_one_and_leaves_the_rest_for_later() {
        onBatch(url -> url.contains(id(2)) ? refusal(404, "ImageNotFound") : metadata("A1", 648, 648));
        stub.on("$value", Reply.bytes(new byte[4000]).cutOff());
        List<PhotoResult> results = read(request(1), request(2), request(3));
        assertThat(failure(results.get(0)).category()).isEqualTo(ErrorCategory.UNAVAILABLE);
        assertThat(results.get(1)).isInstanceOf(PhotoResult.Absent.class);
        assertThat(results.get(2)).isEqualTo(PhotoResult.notAttempted());
        assertThat(stub.asked("$value")).hasSize(1);
    }

    @Test
    void item_that_finds_the_token_expired_is_asked_again_once_with_a_new_one() {
        stub.inTurn("/$batch", item(401, "InvalidAuthenticationToken"), item(404, "ImageNotFound"));
        assertThat(read(request(1))).containsExactly(PhotoResult.absent("graph-no-photo"));
        assertThat(stub.asked("/token")).hasSize(2);
        stub.on("/$batch", item(401, "InvalidAuthenticationToken"));
        assertThat(failure(read(request(1)).get(0)).category()).isEqualTo(ErrorCategory.AUTHENTICATION);
    }

    @Test
    void claims_that_an_item_demands_go_into_the_next_token_request() {
        String claims = Base64.getEncoder()
                .encodeToString(
                        "{\"access_token\":{\"nbf\":{\"value\":\"1604106651\"}}}".getBytes(StandardCharsets.UTF_8));
        String challenged = "{\"responses\":[{\"id\":\"0\",\"headers\":{\"WWW-Authenticate\":\"Bearer claims=\\\""
                + claims + "\\\"\"}," + refusal(401, "InvalidAuthenticationToken") + "}]}";
        stub.inTurn("/$batch", Reply.ok(challenged), item(404, "ImageNotFound"));
        assertThat(read(request(1))).containsExactly(PhotoResult.absent("graph-no-photo"));
        assertThat(stub.asked("/token").get(1).body()).contains("1604106651");
    }

    private static Reply item(int status, String code) {
        return Reply.ok("{\"responses\":[{\"id\":\"0\"," + refusal(status, code) + "}]}");
    }

    @Test
    void people_are_addressed_by_object_id_below_the_version() {
        onBatch(url -> {
            assertThat(url).isEqualTo("/users/" + id(1) + "/photo");
            return refusal(404, "ImageNotFound");
        });
        assertThat(read(request(1))).hasSize(1);
    }
}
