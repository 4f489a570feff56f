package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photobridge.exchange.StubService.Reply;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.Secret;
import org.photobridge.testkit.ScriptedCallContext;

class EntraTokensTest extends StubTenant {
    private AccountPage list() {
        return source.listAccounts(AccountQuery.all(), PageRequest.first(50), ScriptedCallContext.free());
    }

    private void graphAnswers() {
        stub.on("/users", Reply.ok("{\"value\":[]}"));
    }

    private int tokenRequests() {
        return stub.asked("/oauth2/v2.0/token").size();
    }

    @Test
    void eight_threads_at_once_make_one_token_request() {
        graphAnswers();
        List<CompletableFuture<AccountPage>> readers = IntStream.range(0, 8)
                .mapToObj(thread -> CompletableFuture.supplyAsync((Supplier<AccountPage>) this::list))
                .toList();
        readers.forEach(CompletableFuture::join);
        assertThat(tokenRequests()).isEqualTo(1);
    }

    @Test
    void token_is_used_until_five_minutes_before_its_end() {
        graphAnswers();
        list();
        clock.advance(Duration.ofMinutes(54));
        list();
        assertThat(tokenRequests()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(2));
        list();
        assertThat(tokenRequests()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"expires_in\":240          | PT1M50S | PT2M10S",
                "\"expires_in\":\"3600\"     | PT54M   | PT56M",
                "\"expires_in\":99999999999  | PT46H   | PT48H",
                "\"ext_expires_in\":3600     | PT4M    | PT11M"
            })
    void however_long_a_token_lives_it_is_used_for_a_good_part_of_that(
            String said, Duration stillGood, Duration renewed) {
        graphAnswers();
        stub.on("/token", Reply.ok("{\"token_type\":\"Bearer\"," + said + ",\"access_token\":\"opaque\"}"));
        list();
        clock.advance(stillGood);
        list();
        assertThat(tokenRequests()).isEqualTo(1);
        clock.advance(renewed.minus(stillGood));
        list();
        assertThat(tokenRequests()).isEqualTo(2);
    }

    @Test
    void sign_in_at_another_host_is_refused_before_anything_is_sent() {
        ExchangeSettings settings = ExchangeSettings.of(config());
        OkHttpClient client = HttpClients.plain(context());
        EntraTransport transport = new EntraTransport(client, settings, clock);
        try (StubService foreign = new StubService()) {
            for (String other : List.of(foreign.url(), stub.url().replace("localhost", "127.0.0.1"))) {
                Map<String, String> values = addresses();
                values.put(ExchangeSchema.LOGIN_URL, other);
                ExchangeSettings elsewhere = ExchangeSettings.of(
                        ProviderConfig.of(values, Map.of(ExchangeSchema.CLIENT_SECRET, Secret.of(SECRET)), Map.of()));
                EntraTokens tokens =
                        new EntraTokens(elsewhere, transport, context().executor(), clock);
                assertThat(failureOf(tokens::fresh).message()).contains("isn't configured");
            }
            assertThat(foreign.asked()).isEmpty();
            assertThat(stub.asked()).isEmpty();
        }
        HttpClients.close(client);
    }

    @Test
    void sign_in_runs_on_the_hosts_threads() {
        List<String> threads = new CopyOnWriteArrayList<>();
        OkHttpClient client = HttpClients.plain(context())
                .newBuilder()
                .addInterceptor(chain -> {
                    threads.add(Thread.currentThread().getName());
                    return chain.proceed(chain.request());
                })
                .build();
        ExecutorService own = Executors.newSingleThreadExecutor(task -> new Thread(task, "the host's"));
        ExchangeSettings settings = ExchangeSettings.of(config());
        new EntraTokens(settings, new EntraTransport(client, settings, clock), own, clock).fresh();
        own.shutdown();
        HttpClients.close(client);
        assertThat(threads).containsExactly("the host's");
    }

    @Test
    void nobody_but_the_token_end_point_is_asked() {
        graphAnswers();
        list();
        assertThat(stub.asked())
                .extracting(StubService.Asked::target)
                .allMatch(target ->
                        target.equals("/" + TENANT + "/oauth2/v2.0/token") || target.startsWith("/v1.0/users"));
    }

    @Test
    void token_is_asked_for_the_configured_graph() {
        graphAnswers();
        list();
        assertThat(stub.asked("/token").get(0).body())
                .contains(
                        java.net.URLEncoder.encode(stub.url() + "/.default", java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void every_health_check_proves_the_credential_anew() {
        graphAnswers();
        source.checkHealth(call);
        source.checkHealth(call);
        assertThat(tokenRequests()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_client, entra-secret-refused",
        "400, unauthorized_client, entra-app-refused",
        "400, invalid_request, entra-tenant-unknown",
        "400, invalid_scope, entra-resource-unknown",
        "400, invalid_resource, entra-resource-unknown",
        "400, invalid_grant, entra-refused",
        "400, something_new, entra-refused",
        "400, temporarily_unavailable, entra-unavailable",
        "503, server_error, entra-unavailable"
    })
    void refusal_is_told_by_its_error_and_keeps_microsofts_text(int status, String error, String ours) {
        String body = "{\"error\":\"" + error + "\",\"error_description\":\"AADSTS4711: because\"}";
        stub.on("/token", Reply.json(status, body));
        Failure failure = failureOf(this::list);
        assertThat(failure.code()).isEqualTo(ours);
        assertThat(failure.message()).contains("AADSTS4711").doesNotContain(SECRET);
        assertThat(tokenRequests()).isEqualTo(1);
    }

    @Test
    void success_without_a_token_is_none() {
        stub.on("/token", Reply.ok("{\"token_type\":\"Bearer\",\"expires_in\":3599}"));
        assertThat(failureOf(this::list).code()).isEqualTo("entra-unreadable");
    }

    @Test
    void sign_in_page_of_a_network_is_unreadable() {
        stub.on("/token", Reply.html(200));
        assertThat(failureOf(this::list).code()).isEqualTo("entra-unreadable");
        stub.on("/token", Reply.html(502));
        assertThat(failureOf(this::list).code()).isEqualTo("entra-unavailable");
    }

    @Test
    void redirect_takes_the_secret_nowhere() {
        try (StubService foreign = new StubService()) {
            stub.on("/token", Reply.json(307, "").with("Location", foreign.url() + "/oauth2/v2.0/token"));
            assertThat(failureOf(this::list).code()).isEqualTo("entra-unreadable");
            assertThat(foreign.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504"})
    void unavailable_service_is_asked_once(int status) {
        stub.on("/token", Reply.json(status, "{}").with("Retry-After", "0"));
        assertThat(failureOf(this::list).category()).isEqualTo(ErrorCategory.UNAVAILABLE);
        assertThat(tokenRequests()).isEqualTo(1);
    }

    @Test
    void throttled_sign_in_waits_the_stated_time() {
        stub.on("/token", Reply.json(429, "{}").with("Retry-After", "3.5"));
        Failure failure = failureOf(this::list);
        assertThat(failure.category()).isEqualTo(ErrorCategory.THROTTLED);
        assertThat(failure.retryAfter()).contains(Duration.ofMillis(3500));
    }

    @Test
    void failed_sign_in_is_tried_again_by_the_next_call() {
        graphAnswers();
        stub.inTurn(
                "/token",
                Reply.json(503, "{}"),
                StubService.token("User.Read.All").apply(null));
        failureOf(this::list);
        assertThat(list().accounts()).isEmpty();
    }

    @Test
    void tenant_is_known_before_and_after_signing_in() {
        assertThat(source.realm()).contains(TENANT);
    }

    @ParameterizedTest
    @CsvSource({
        "global, login.microsoftonline.com",
        "usgov, login.microsoftonline.us",
        "dod, login.microsoftonline.us",
        "china, login.partner.microsoftonline.cn"
    })
    void each_cloud_signs_in_at_its_own_host_and_nowhere_else(String cloud, String host) {
        RecordingProxy proxy = new RecordingProxy();
        ExchangeSettings settings = ofCloud(cloud);
        OkHttpClient client =
                HttpClients.plain(context()).newBuilder().proxySelector(proxy).build();
        EntraTokens tokens = new EntraTokens(
                settings, new EntraTransport(client, settings, clock), context().executor(), clock);
        assertThat(failureOf(tokens::fresh).code()).isEqualTo("entra-unreachable");
        assertThat(proxy.asked).extracting(URI::getHost).containsOnly(host);
        HttpClients.close(client);
    }

    @ParameterizedTest
    @CsvSource({
        "global, graph.microsoft.com",
        "usgov, graph.microsoft.us",
        "dod, dod-graph.microsoft.us",
        "china, microsoftgraph.chinacloudapi.cn"
    })
    void each_cloud_asks_for_a_token_for_its_own_graph_and_calls_that(String cloud, String graph) throws Exception {
        ExchangeSettings settings = ofCloud(cloud);
        OkHttpClient client = HttpClients.plain(context())
                .newBuilder()
                .addInterceptor(chain -> chain.proceed(toStub(chain.request())))
                .build();
        EntraTokens tokens = new EntraTokens(
                settings, new EntraTransport(client, settings, clock), context().executor(), clock);
        tokens.fresh();
        assertThat(stub.asked("/token").get(0).body()).containsPattern("[=+]https%3A%2F%2F" + graph + "%2F\\.default");
        GraphGateway gateway =
                new GraphGateway(settings, tokens, new ExchangeLimits(settings, clock), context(), client);
        URI users = gateway.requests().users().toGetRequestInformation().getUri();
        assertThat(users).isEqualTo(URI.create("https://" + graph + "/v1.0/users"));
        gateway.close();
    }

    private static ExchangeSettings ofCloud(String cloud) {
        return ExchangeSettings.of(ProviderConfig.of(
                Map.of(
                        ExchangeSchema.CLOUD, cloud,
                        ExchangeSchema.TENANT_ID, TENANT,
                        ExchangeSchema.CLIENT_ID, CLIENT),
                Map.of(ExchangeSchema.CLIENT_SECRET, Secret.of(SECRET)),
                Map.of()));
    }

    private Request toStub(Request request) {
        return request.newBuilder()
                .url(stub.url() + request.url().encodedPath())
                .build();
    }

    /** Notes who is to be called, and sends everybody to a port where nobody listens. */
    private static final class RecordingProxy extends ProxySelector {
        private final List<URI> asked = new CopyOnWriteArrayList<>();

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            // The client tells it to its caller.
        }
    }
}
