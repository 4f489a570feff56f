package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.photobridge.sharepoint.ScriptedHosts.Answer;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetState;
import org.photobridge.testkit.ScriptedCallContext;
import org.photobridge.testkit.ScriptedCallContext.Observation;

class SharePointHostsTest extends ScriptedTest {
    private static final String ADMIN_PROFILE = "GetPropertiesFor";

    private ProviderException failure(Answer... answers) {
        hosts.on(Site.ADMIN, ADMIN_PROFILE, answers);
        return catchThrowableOfType(ProviderException.class, () -> read(target()));
    }

    private static Answer error(int status, String code, String text) {
        return Answer.of(
                status,
                "{\"odata.error\":{\"code\":\"" + code + "\",\"message\":{\"lang\":\"en-US\",\"value\":\"" + text
                        + "\"}}}");
    }

    @Test
    void each_host_gets_a_token_of_its_own() {
        read(target());
        List<String> scopes = hosts.received(ScriptedHosts.LOGIN).stream()
                .map(request -> URLDecoder.decode(request.text(), StandardCharsets.UTF_8))
                .flatMap(body -> Stream.of(body.split("[&= ]")))
                .filter(part -> part.endsWith("/.default"))
                .toList();
        assertThat(scopes).containsExactly(hosts.url(Site.ADMIN) + "/.default", hosts.url(Site.MY_SITE) + "/.default");
    }

    @Test
    void threads_that_need_the_same_token_wait_for_one_sign_in() {
        SharePointTarget target = target();
        List<CompletableFuture<List<TargetState>>> readers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> target.readStates(List.of(TargetRequest.of(anna())), ScriptedCallContext.free())))
                .limit(8)
                .toList();
        readers.forEach(CompletableFuture::join);
        assertThat(hosts.received(ScriptedHosts.LOGIN)).hasSize(2);
    }

    @Test
    void sign_in_is_by_certificate_and_never_by_secret() {
        read(target());
        assertThat(hosts.received(ScriptedHosts.LOGIN))
                .allSatisfy(request ->
                        assertThat(request.text()).contains("client_assertion=").doesNotContain("client_secret"));
    }

    @Test
    void traffic_names_itself_in_microsofts_form() {
        read(target());
        assertThat(hosts.received(Site.ADMIN).get(0).headers())
                .containsEntry("user-agent", "NONISV|Photobridge|Photobridge/1.0");
    }

    @Test
    void refused_token_is_renewed_once() {
        hosts.on(Site.ADMIN, ADMIN_PROFILE, Answer.of(401, ""), profile(pictureUrl(ANNA_ID), "0"));
        assertThat(read(target())).isInstanceOf(TargetState.Present.class);
        assertThat(hosts.received(Site.ADMIN)).hasSize(2);
    }

    @Test
    void token_refused_again_is_not_tried_a_third_time() {
        ProviderException failure = failure(Answer.of(401, ""));
        assertThat(failure.category()).isEqualTo(ErrorCategory.AUTHENTICATION);
        assertThat(failure.code()).isEqualTo("sharepoint-401");
        assertThat(hosts.received(Site.ADMIN)).hasSize(2);
    }

    @Test
    void wrong_audience_is_a_wrong_setting() {
        ProviderException failure = failure(Answer.of(
                401,
                "{\"error_description\":\"Exception of type"
                        + " 'Microsoft.IdentityModel.Tokens.AudienceUriValidationFailedException' was thrown.\"}"));
        assertThat(failure.category()).isEqualTo(ErrorCategory.CONFIGURATION);
        assertThat(failure.code()).isEqualTo("sharepoint-401-audience");
    }

    @Test
    void refusal_of_a_secrets_token_says_so() {
        ProviderException failure = failure(Answer.of(401, "{\"error_description\":\"Unsupported app only token.\"}"));
        assertThat(failure.code()).isEqualTo("sharepoint-401-app-only");
    }

    @Test
    void missing_right_on_the_admin_host_is_about_profiles() {
        ProviderException failure =
                failure(error(403, "-2147024891, System.UnauthorizedAccessException", "Access denied."));
        assertThat(failure.category()).isEqualTo(ErrorCategory.PERMISSION_DENIED);
        assertThat(failure.code()).isEqualTo("sharepoint-403-profiles");
    }

    @Test
    void missing_right_on_the_my_site_host_is_about_files() {
        hosts.on(
                Site.MY_SITE, "value", error(403, "-2147024891, System.UnauthorizedAccessException", "Access denied."));
        assertThat(catchThrowableOfType(ProviderException.class, () -> read(target()))
                        .code())
                .isEqualTo("sharepoint-403-files");
    }

    @Test
    void throttled_answer_names_the_greater_of_both_waits() {
        ProviderException failure = failure(Answer.of(429, "")
                .with("Retry-After", "2.5")
                .with("RateLimit-Reset", "31")
                .with("RateLimit-Remaining", "0"));
        assertThat(failure.category()).isEqualTo(ErrorCategory.THROTTLED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(31));
        assertThat(call.observations()).containsExactly(new Observation("ru", 0, Duration.ofSeconds(31)));
    }

    @Test
    void throttling_without_rate_headers_on_the_admin_host_is_of_the_profile_interface() {
        failure(Answer.of(429, "").with("Retry-After", "120"));
        assertThat(call.observations()).containsExactly(new Observation("people-manager", 0, Duration.ofSeconds(120)));
    }

    @Test
    void throttling_without_a_time_slows_the_others_too() {
        assertThat(failure(Answer.of(429, "")).retryAfter()).isEmpty();
        assertThat(call.observations()).containsExactly(new Observation("people-manager", 0, Duration.ofSeconds(10)));
    }

    @Test
    void busy_service_without_headers_leaves_the_wait_to_the_host() {
        ProviderException failure = failure(Answer.of(503, ""));
        assertThat(failure.category()).isEqualTo(ErrorCategory.UNAVAILABLE);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Test
    void remaining_units_are_passed_on() {
        hosts.on(
                Site.ADMIN,
                ADMIN_PROFILE,
                profile("", "").with("RateLimit-Remaining", "120").with("RateLimit-Reset", "17"));
        read(target());
        assertThat(call.observations()).containsExactly(new Observation("ru", 120, Duration.ofSeconds(17)));
    }

    @Test
    void server_error_is_for_good_in_known_words_only() {
        assertServerError("-1, System.Exception", "No.", "sharepoint-unexplained", true);
        assertServerError("-2147467259, System.Data.SqlClient.SqlException", "Timeout", "sharepoint-unexplained", true);
        String locked = "-1, Microsoft.Office.Server.UserProfiles.PropertyNotEditableException";
        assertServerError(locked, "", "sharepoint-property-locked", false);
        assertServerError("-1, System.Exception", "Property Not Found: y", "sharepoint-property-unknown", false);
    }

    private void assertServerError(String type, String text, String code, boolean triedAgain) {
        hosts.on(Site.ADMIN, ADMIN_PROFILE, error(500, type, text));
        int before = hosts.received(Site.ADMIN).size();
        Failure failure = problem(() -> read(target()));
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.category().isRetryable()).isEqualTo(triedAgain);
        assertThat(hosts.received(Site.ADMIN)).hasSize(before + 1);
    }

    @Test
    void server_error_without_words_is_tried_again_and_concerns_one_person() {
        hosts.on(Site.ADMIN, ADMIN_PROFILE, Answer.of(500, "<html>Oops</html>"));
        assertThat(problem(() -> read(target())).category()).isEqualTo(ErrorCategory.INTERNAL);
        hosts.on(Site.ADMIN, ADMIN_PROFILE, error(400, "-1", "The expression is not valid."));
        assertThat(problem(() -> read(target())).category()).isEqualTo(ErrorCategory.REJECTED);
    }

    /** Of one person, or thrown because it concerns everybody. */
    private static Failure problem(Supplier<TargetState> look) {
        try {
            return ((TargetState.Failed) look.get()).failure();
        } catch (ProviderException e) {
            return e.failure();
        }
    }

    @Test
    void redirect_is_not_followed() {
        ProviderException failure = failure(Answer.of(302, "").with("Location", hosts.url(Site.ROOT) + "/elsewhere"));
        assertThat(failure.category()).isEqualTo(ErrorCategory.CONFIGURATION);
        assertThat(failure.code()).isEqualTo("sharepoint-wrong-host");
        assertThat(failure.getMessage()).contains("/elsewhere");
        assertThat(hosts.received(Site.ROOT)).isEmpty();
    }

    @Test
    void page_of_a_proxy_is_no_answer() {
        assertThat(failure(Answer.of(200, "<html>Sign in to the guest network</html>"))
                        .code())
                .isEqualTo("sharepoint-unreadable-answer");
    }

    @Test
    void not_found_in_foreign_words_is_a_wrong_host_and_no_missing_file() {
        hosts.on(Site.MY_SITE, "value", Answer.of(404, "<html>Not here</html>"));
        assertThat(catchThrowableOfType(ProviderException.class, () -> read(target()))
                        .code())
                .isEqualTo("sharepoint-wrong-host");
    }

    @Test
    void answer_that_never_ends_is_given_up() {
        ProviderException failure = failure(Answer.of(200, "{\"AccountName\":").stalling());
        assertThat(failure.category()).isEqualTo(ErrorCategory.UNAVAILABLE);
        assertThat(failure.code()).isEqualTo("sharepoint-unreachable");
    }

    @Test
    void answer_without_end_is_not_read_to_its_end() {
        ProviderException failure = failure(Answer.bytes(new byte[Transport.LARGEST_ANSWER + 1]));
        assertThat(failure.getMessage()).contains("larger than");
    }

    @Test
    void absent_service_is_unreachable() {
        SharePointTarget target = target(Map.of("adminUrl", "http://localhost:1"));
        ProviderException failure = catchThrowableOfType(ProviderException.class, () -> read(target));
        assertThat(failure.code()).isEqualTo("sharepoint-unreachable");
    }

    @Test
    void no_message_holds_a_token() {
        ProviderException failure = failure(error(403, "-1", "denied"));
        String token = hosts.received(Site.ADMIN).get(0).headers().get("authorization");
        assertThat(token).startsWith("Bearer ");
        assertThat(failure.getMessage()).doesNotContain(token.substring("Bearer ".length()));
    }

    @Test
    void support_asks_for_the_request_id() {
        ProviderException failure = failure(error(403, "-1", "denied").with("SPRequestGuid", "abc-123"));
        assertThat(failure.getMessage()).contains("SPRequestGuid abc-123");
    }

    @Test
    void tenant_that_was_given_by_a_domain_is_known_from_the_token() {
        SharePointTarget target = target(Map.of("tenantId", "contoso.onmicrosoft.com"));
        assertThat(target.realm()).isEmpty();
        read(target);
        assertThat(target.realm()).isEqualTo(Optional.of(TENANT));
    }
}
