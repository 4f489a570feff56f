package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.exchange.StubService.Asked;
import org.photobridge.exchange.StubService.Reply;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PageToken;
import org.photobridge.testkit.ScriptedCallContext.Observation;

class GraphGatewayTest extends StubTenant {
    private static final String NOBODY = "{\"value\":[]}";

    private AccountPage list() {
        return source.listAccounts(AccountQuery.all(), PageRequest.first(50), call);
    }

    private List<Asked> graphRequests() {
        return stub.asked("/v1.0/");
    }

    @Test
    void every_request_has_an_id_of_its_own() {
        stub.on("/users", Reply.ok(NOBODY));
        list();
        list();
        assertThat(graphRequests())
                .extracting(asked -> asked.header("client-request-id"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(id -> SettingsCheck.GUID.matcher(id).matches());
    }

    @Test
    void requests_say_who_asks_and_carry_the_token() {
        stub.on("/users", Reply.ok(NOBODY));
        list();
        Asked asked = graphRequests().get(0);
        assertThat(asked.header("Authorization")).startsWith("Bearer ");
        assertThat(asked.header("User-Agent")).contains("Photobridge-Test/1.0");
    }

    @Test
    void refused_token_is_renewed_once() {
        stub.inTurn("/users", Reply.error(401, "InvalidAuthenticationToken"), Reply.ok(NOBODY));
        list();
        assertThat(stub.asked("/token")).hasSize(2);
        assertThat(graphRequests())
                .extracting(asked -> asked.header("Authorization"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void second_refusal_is_the_answer() {
        stub.on("/users", Reply.error(401, "InvalidAuthenticationToken"));
        assertThat(failureOf(this::list).code()).isEqualTo("graph-401");
        assertThat(graphRequests()).hasSize(2);
    }

    @Test
    void claims_of_a_refusal_go_into_the_next_token_request() {
        String claims = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1604106651\"}}}";
        String header = "Bearer realm=\"\", error=\"insufficient_claims\", claims=\""
                + Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "\"";
        stub.inTurn(
                "/users",
                Reply.error(401, "InvalidAuthenticationToken").with("WWW-Authenticate", header),
                Reply.ok(NOBODY));
        list();
        assertThat(stub.asked("/token").get(1).body()).contains("claims=").contains("1604106651");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claims=\"%%%\"", "claims=\"bm8ganNvbg==\"", "Bearer"})
    void claims_that_make_no_sense_are_left_out(String header) {
        stub.inTurn(
                "/users",
                Reply.error(401, "InvalidAuthenticationToken").with("WWW-Authenticate", header),
                Reply.ok(NOBODY));
        list();
        assertThat(stub.asked("/token").get(1).body()).doesNotContain("1604106651");
    }

    @Test
    void link_to_another_host_is_refused_before_anything_is_sent() {
        try (StubService foreign = new StubService()) {
            stub.on("/users", Reply.ok("{\"value\":[],\"@odata.nextLink\":\"" + foreign.url() + "/v1.0/users?x=1\"}"));
            assertThat(failureOf(this::list).code()).isEqualTo("graph-foreign-link");
            PageRequest page = PageRequest.first(50).next(new PageToken(foreign.url() + "/v1.0/users"));
            assertThat(failureOf(() -> source.listAccounts(AccountQuery.all(), page, call))
                            .code())
                    .isEqualTo("graph-foreign-link");
            assertThat(foreign.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/beta/users", "/v1.0", "/V1.0/users", "/users", "/v1.0.evil/users"})
    void link_to_another_part_of_the_host_is_refused(String path) {
        stub.on("/users", Reply.ok("{\"value\":[],\"@odata.nextLink\":\"" + stub.url() + path + "\"}"));
        assertThat(failureOf(this::list).code()).isEqualTo("graph-foreign-link");
        assertThat(graphRequests()).hasSize(1);
    }

    @Test
    void document_beyond_all_bounds_is_refused() {
        HttpExchange small = new HttpExchange(HttpClients.plain(context()), HttpExchange.Errors.OF_GRAPH, 1000);
        stub.on("/users", Reply.ok("{\"value\":[" + " ".repeat(1000) + "]}"));
        Request users = new Request.Builder().url(stub.url() + "/v1.0/users").build();
        assertThat(failureOf(() -> small.send(users)).code()).isEqualTo("graph-too-large");
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "307", "308"})
    void redirect_is_not_followed(int status) {
        try (StubService foreign = new StubService()) {
            stub.on("/users", Reply.json(status, "").with("Location", foreign.url() + "/v1.0/users"));
            assertThat(failureOf(this::list).code()).isEqualTo("graph-redirect");
            assertThat(foreign.asked()).isEmpty();
            assertThat(graphRequests()).hasSize(1);
        }
    }

    @Test
    void unavailable_service_that_says_at_once_is_not_asked_again() {
        stub.on("/users", Reply.error(503, "ServiceUnavailable").with("Retry-After", "0"));
        Failure failure = failureOf(this::list);
        assertThat(failure.category()).isEqualTo(ErrorCategory.UNAVAILABLE);
        assertThat(failure.retryAfter()).isEmpty();
        assertThat(graphRequests()).hasSize(1);
    }

    @Test
    void unavailable_service_that_states_a_time_is_told_to_the_host() {
        stub.on("/users", Reply.error(503, "ServiceUnavailable").with("Retry-After", "110"));
        assertThat(failureOf(this::list).retryAfter()).contains(Duration.ofSeconds(110));
        assertThat(graphRequests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"408", "429", "500", "502", "504", "509"})
    void nothing_is_repeated(int status) {
        stub.on("/users", Reply.error(status, "Whatever"));
        failureOf(this::list);
        assertThat(graphRequests()).hasSize(1);
    }

    @Test
    void cut_connection_is_not_repeated() {
        stub.on("/users", Reply.ok("{\"value\":[" + " ".repeat(5000) + "]}").cutOff());
        assertThat(failureOf(this::list).category()).isEqualTo(ErrorCategory.UNAVAILABLE);
        assertThat(graphRequests()).hasSize(1);
    }

    @Test
    void words_of_a_broken_connection_hold_no_skip_token() {
        PageRequest page = PageRequest.first(50).next(new PageToken(stub.url() + "/v1.0/users?$skiptoken=s3cretive"));
        stub.on("/users", Reply.ok("{\"value\":[" + " ".repeat(5000) + "]}").cutOff());
        Failure failure = failureOf(() -> source.listAccounts(AccountQuery.all(), page, call));
        assertThat(failure.code()).isEqualTo("graph-unreachable");
        assertThat(failure.message()).contains("localhost").doesNotContain("s3cretive");
    }

    @Test
    void throttling_is_reported_to_the_host() {
        stub.on("/users", Reply.error(429, "TooManyRequests").with("Retry-After", "2.128"));
        assertThat(failureOf(this::list).retryAfter()).contains(Duration.ofMillis(2128));
        assertThat(call.observations()).containsExactly(new Observation("directory", 0, Duration.ofMillis(2128)));
    }

    @Test
    void nearly_used_window_is_reported_to_the_host() {
        stub.on("/users", Reply.ok(NOBODY).with("x-ms-throttle-limit-percentage", "0.8"));
        list();
        assertThat(call.observations()).singleElement().satisfies(seen -> {
            assertThat(seen.limit()).isEqualTo("directory");
            assertThat(seen.remaining()).isBetween(690L, 710L);
        });
    }

    @Test
    void pages_of_proxies_keep_their_status() {
        stub.on("/users", Reply.html(502));
        assertThat(failureOf(this::list).code()).isEqualTo("graph-unavailable");
        stub.on("/users", Reply.html(200));
        assertThat(failureOf(this::list).code()).isEqualTo("graph-unreadable");
        stub.on("/users", Reply.html(403));
        assertThat(failureOf(this::list).code()).isEqualTo("graph-403-users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"error\":{}}", "{\"error\":{\"code\":7,\"message\":[]}}", "[1,2", "\u0000"})
    void strange_error_bodies_are_errors_all_the_same(String body) {
        stub.on("/users", Reply.json(403, body));
        assertThat(failureOf(this::list).category()).isEqualTo(ErrorCategory.PERMISSION_DENIED);
    }

    @Test
    void message_for_tickets_names_microsofts_request_and_no_secret() {
        stub.on("/users", Reply.error(500, "Oops").with("request-id", "rid-1"));
        String message = failureOf(this::list).message();
        assertThat(message).contains("500", "Oops", "rid-1").doesNotContain(SECRET, "Bearer");
    }

    @Test
    void service_that_is_not_there_is_unavailable() {
        stub.on("/users", Reply.ok(NOBODY));
        list();
        stub.close();
        assertThat(failureOf(this::list).code()).isEqualTo("graph-unreachable");
    }

    @Test
    void secret_goes_to_the_sign_in_service_only() {
        stub.on("/users", Reply.ok(NOBODY));
        list();
        assertThat(graphRequests())
                .noneMatch(asked -> (asked.body() + asked.headers() + asked.target()).contains(SECRET));
        assertThat(stub.asked("/token").get(0).body()).contains("client_secret=");
    }

    @Test
    void every_kind_of_waiting_has_an_end() {
        OkHttpClient client = HttpClients.graph(HttpClients.plain(context()));
        assertThat(List.of(
                        client.connectTimeoutMillis(),
                        client.readTimeoutMillis(),
                        client.writeTimeoutMillis(),
                        client.callTimeoutMillis()))
                .allMatch(millis -> millis > 0 && millis <= 120_000);
        assertThat(client.retryOnConnectionFailure()).isFalse();
        assertThat(client.followRedirects()).isFalse();
        assertThat(client.followSslRedirects()).isFalse();
        HttpClients.close(client);
    }

    @Test
    void budgets_are_the_apps_own() {
        assertThat(source.rateLimits())
                .extracting(limit -> Map.entry(limit.budget(), limit.name()))
                .containsExactly(
                        Map.entry("graph:" + TENANT + ":" + CLIENT, "outlook"),
                        Map.entry("graph:" + TENANT + ":" + CLIENT, "directory"));
        assertThat(source.rateLimits().get(0).mostInFlight()).isEqualTo(1);
    }
}
