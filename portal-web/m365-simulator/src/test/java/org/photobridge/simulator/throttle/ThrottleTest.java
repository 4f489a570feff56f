package org.photobridge.simulator.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.directory.AppRegistration;
import org.photobridge.simulator.directory.SiteLocale;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.entra.AccessTokens;
import org.photobridge.simulator.entra.Audience;
import org.photobridge.simulator.entra.Credential;
import org.photobridge.simulator.http.SimClock;
import org.photobridge.simulator.http.SimHandler;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.http.Site;
import org.photobridge.simulator.http.SiteUrls;

class ThrottleTest {
    private static final URI ADMIN = URI.create("https://localhost:9443");

    private final SimClock clock = new SimClock(Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));
    private final Tenant tenant =
            new Tenant(1, 60, SiteLocale.EN, new SiteUrls(Map.of(Site.ADMIN, ADMIN, Site.GRAPH, ADMIN)));
    private final AccessTokens tokens = new AccessTokens(tenant, clock);
    private final Throttle throttle = new Throttle(tokens, clock, 60);
    private final SimHandler sharePoint = throttle.limitingSharePoint(request -> SimResponse.empty(200));
    private final SimHandler graph = throttle.limitingGraph(request -> SimResponse.empty(200));
    private String token;

    @BeforeEach
    void sign_in() {
        AppRegistration app = tenant.apps().register("Tool");
        token = tokens.issue(app, new Audience(ADMIN.toString(), Site.ADMIN), Credential.SECRET, Duration.ofDays(2));
        throttle.switchOn();
    }

    @Test
    void published_limits_grow_with_the_number_of_licences() {
        assertThat(SharePointLimits.published(1_000).appMinute().units()).isEqualTo(1_250);
        assertThat(SharePointLimits.published(1_001).peopleManager().units()).isEqualTo(6_000);
        assertThat(SharePointLimits.published(50_001).appDay().units()).isEqualTo(6_000_000);
        assertThat(GraphLimits.published(49).identity().units()).isEqualTo(3_500);
        assertThat(GraphLimits.published(501).identity().units()).isEqualTo(8_000);
    }

    @Test
    void beyond_the_app_minute_is_429_with_the_time_to_wait_and_the_next_minute_is_free() {
        for (int i = 0; i < 625; i++) {
            assertThat(file().status()).isEqualTo(200);
        }
        clock.advance(Duration.ofSeconds(18));
        SimResponse refused = file();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).contains("42");
        assertThat(refused.header("RateLimit-Reset")).contains("42");
        clock.advance(Duration.ofSeconds(42));
        assertThat(file().status()).isEqualTo(200);
        assertThat(throttle.refusals()).containsEntry("sharepoint-app-minute", 1L);
    }

    @Test
    void rate_limit_headers_appear_at_four_fifths_of_the_minute() {
        for (int i = 0; i < 499; i++) {
            assertThat(file().header("RateLimit-Remaining")).isEmpty();
        }
        assertThat(file().header("RateLimit-Remaining")).contains("250");
    }

    @Test
    void profile_calls_have_their_own_limit_and_methods_of_a_query_count_each() {
        SharePointLimits limits = SharePointLimits.published(60);
        throttle.setSharePoint(new SharePointLimits(
                limits.appMinute(), limits.appDay(), limits.tenant(), new Allowance(5, Duration.ofMinutes(5)), true));
        assertThat(query(4).status()).isEqualTo(200);
        SimResponse refused = query(2);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).contains("300");
        assertThat(refused.header("RateLimit-Reset")).isEmpty();
        assertThat(file().status()).isEqualTo(200);
    }

    @Test
    void refused_calls_count_too() {
        SharePointLimits limits = SharePointLimits.published(60);
        throttle.setSharePoint(new SharePointLimits(
                new Allowance(2, Duration.ofMinutes(1)),
                new Allowance(6, Duration.ofHours(24)),
                limits.tenant(),
                limits.peopleManager(),
                true));
        assertThat(List.of(file().status(), file().status(), file().status())).containsExactly(200, 429, 429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(file().status()).isEqualTo(429);
        assertThat(throttle.refusals()).containsEntry("sharepoint-app-day", 1L);
    }

    @Test
    void a_blocked_app_gets_503_whatever_it_asks() {
        throttle.block(true);
        assertThat(file().status()).isEqualTo(503);
        throttle.block(false);
        assertThat(file().status()).isEqualTo(200);
    }

    @Test
    void directory_calls_cost_by_kind_and_the_wait_has_a_fraction() {
        throttle.setGraph(new GraphLimits(
                new Allowance(7, Duration.ofSeconds(10)),
                GraphLimits.published(60).outlook(),
                4,
                false));
        assertThat(get("/v1.0/groups/x/transitiveMembers", "").header("x-ms-resource-unit"))
                .contains("5");
        assertThat(get("/v1.0/users", "$select=id&$top=999").header("x-ms-resource-unit"))
                .contains("1");
        clock.advance(Duration.ofMillis(7_872));
        SimResponse refused = get("/v1.0/users", "");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).contains("2.128");
        assertThat(refused.bodyText()).contains("TooManyRequests");
    }

    @Test
    void photo_calls_are_limited_per_mailbox_and_by_how_many_at_once() {
        throttle.setGraph(new GraphLimits(
                GraphLimits.published(60).identity(), new Allowance(2, Duration.ofMinutes(10)), 1, false));
        assertThat(get("/v1.0/users/a/photo", "").status()).isEqualTo(200);
        assertThat(get("/v1.0/users/a/photo/$value", "").status()).isEqualTo(200);
        assertThat(get("/v1.0/users/b/photo", "").status()).isEqualTo(200);
        assertThat(get("/v1.0/users/a/photo", "").bodyText()).contains("ApplicationThrottled");

        SimHandler nested = throttle.limitingGraph(request -> get("/v1.0/users/d/photo", ""));
        SimResponse second = nested.handle(request("GET", "/v1.0/users/c/photo", "", ""));
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.bodyText()).contains("MailboxConcurrency");
    }

    @Test
    void switched_off_it_refuses_nothing() {
        throttle.setSharePoint(new SharePointLimits(
                new Allowance(1, Duration.ofMinutes(1)),
                SharePointLimits.published(60).appDay(),
                SharePointLimits.published(60).tenant(),
                SharePointLimits.published(60).peopleManager(),
                true));
        throttle.switchOff();
        assertThat(file().status()).isEqualTo(200);
        assertThat(file().status()).isEqualTo(200);
    }

    private SimResponse file() {
        return sharePoint.handle(request("GET", "/_api/web/getfilebyserverrelativepath(decodedurl='x')", "", ""));
    }

    private SimResponse query(int methods) {
        String body = "<Constructor TypeId=\"{cf560d69-0fdb-4489-a216-b6b47adf8ef8}\"/>"
                + "<Method Name=\"SetSingleValueProfileProperty\"/>".repeat(methods);
        return sharePoint.handle(request("POST", "/_vti_bin/client.svc/ProcessQuery", "", body));
    }

    private SimResponse get(String path, String query) {
        return graph.handle(request("GET", path, query, ""));
    }

    private SimRequest request(String method, String path, String query, String body) {
        return new SimRequest(
                Site.ADMIN,
                method,
                path,
                query,
                Map.of("authorization", List.of("Bearer " + token)),
                body.getBytes(StandardCharsets.UTF_8),
                ADMIN,
                false);
    }
}
