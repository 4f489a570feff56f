package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.PortalClient;
import org.photobridge.portal.test.PortalSession;

/** The portal's door, seen from outside. */
@ArquillianTest
@RunAsClient
class DoorIT {
    private static final String MOVER = "mover";
    private static final String MOVERS_SECRET = "70000099-0123456789abcdefghijkl";

    @ArquillianResource
    private URL deployed;

    private PortalClient client;

    @BeforeEach
    void connect() {
        client = new PortalClient(deployed.getPort());
    }

    @Test
    void every_page_says_what_a_browser_must_not_do_with_it() throws IOException, InterruptedException {
        HttpResponse<String> page = client.get("/signin.xhtml");

        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Permissions-Policy")).contains("camera=()");
        assertThat(header(page, "Cache-Control")).contains("no-store");
        assertThat(header(page, "X-Request-Id")).matches("[0-9a-f]{10}");
        assertThat(page.headers().firstValue("Server")).isEmpty();
        assertThat(page.headers().firstValue("X-Powered-By")).isEmpty();
    }

    @Test
    void scripts_run_by_nonce_only_and_each_page_has_its_own() throws IOException, InterruptedException {
        HttpResponse<String> first = client.get("/signin.xhtml");
        HttpResponse<String> second = client.get("/signin.xhtml");

        String policy = header(first, "Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .contains("script-src 'self' 'nonce-")
                .doesNotContain("unsafe-eval")
                .doesNotContain("script-src 'unsafe-inline'");
        assertThat(PortalClient.nonce(first)).isNotEmpty().isNotEqualTo(PortalClient.nonce(second));
    }

    @Test
    void nothing_but_sign_in_and_health_is_open() throws IOException, InterruptedException {
        assertThat(client.get("/index.xhtml").statusCode()).isEqualTo(302);
        assertThat(client.get("/metrics").statusCode()).isEqualTo(401);
        assertThat(client.get("/openapi").statusCode()).isEqualTo(401);
        assertThat(client.get("/WEB-INF/web.xml").statusCode()).isIn(401, 404);
        assertThat(client.get("/index.xhtml;x=/signin.xhtml").statusCode()).isNotEqualTo(200);
        assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(client.get("/health").body()).doesNotContain("version").doesNotContain("jdbc");
    }

    @Test
    void the_session_gets_a_new_id_at_sign_in_and_its_cookie_is_for_http_and_this_site() throws Exception {
        HttpResponse<String> page = client.get("/signin.xhtml");
        assertThat(header(page, "Set-Cookie")).contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
        String before = client.sessionId();

        client.signIn("admin", PortalSession.ADMIN_PASSWORD);

        assertThat(client.sessionId()).isNotEmpty().isNotEqualTo(before);
        assertThat(client.get("/index.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_ends_after_half_an_hour_without_use_and_after_ten_hours_in_use() throws Exception {
        client.signIn("admin", PortalSession.ADMIN_PASSWORD);
        grow("PT9H", "PT29M");
        assertThat(client.get("/people.xhtml").statusCode()).isEqualTo(200);
        grow("PT0S", "PT30M");
        assertThat(header(client.get("/people.xhtml?q=anna"), "Location"))
                .endsWith("/signin.xhtml?from=%2Fpeople.xhtml%3Fq%3Danna&ended=see");

        client.signIn("admin", PortalSession.ADMIN_PASSWORD);
        assertThat(client.get("/people.xhtml").statusCode()).isEqualTo(200);
        grow("PT10H", "PT0S");
        assertThat(client.get("/people.xhtml").statusCode()).isEqualTo(302);
    }

    @Test
    void what_is_sent_after_the_session_ended_leads_to_a_sign_in_that_says_so_and_back() throws Exception {
        client.signIn("admin", PortalSession.ADMIN_PASSWORD);
        HttpResponse<String> page = client.get("/people.xhtml");
        String open = page.uri().resolve("/people.xhtml?q=anna").toString();
        grow("PT0S", "PT30M");

        HttpResponse<String> form = client.submit(page, "leave", Map.of("leave:signOut", ""), "Referer", open);
        HttpResponse<String> script = client.submit(
                page, "leave", Map.of("leave:signOut", ""), "Referer", open, "Faces-Request", "partial/ajax");
        HttpResponse<String> foreign = client.submit(
                page, "leave", Map.of("leave:signOut", ""), "Referer", "https://evil.example/people.xhtml");

        String signIn = "/signin.xhtml?from=%2Fpeople.xhtml%3Fq%3Danna&ended=do";
        assertThat(header(form, "Location")).endsWith(signIn);
        assertThat(script.body()).contains("<redirect url=").contains(signIn.replace("&", "&amp;"));
        assertThat(header(foreign, "Location")).endsWith("/signin.xhtml?from=%2Fpeople.xhtml&ended=do");
        assertThat(client.get(signIn).body())
                .contains("What you did last was not done")
                .contains("/people.xhtml?q=anna");
    }

    @Test
    void a_page_of_a_session_that_is_over_does_nothing_in_the_next_one_and_says_so() throws Exception {
        client.signIn("admin", PortalSession.ADMIN_PASSWORD);
        HttpResponse<String> old = client.get("/people.xhtml");
        PortalClient next = new PortalClient(deployed.getPort());
        next.signIn("admin", PortalSession.ADMIN_PASSWORD);

        HttpResponse<String> form = next.submit(old, "leave", Map.of("leave:signOut", ""));
        HttpResponse<String> script =
                next.submit(old, "leave", Map.of("leave:signOut", ""), "Faces-Request", "partial/ajax");

        assertThat(form.body()).contains("The page has expired").contains("was not done");
        assertThat(script.body()).contains("The page has expired").contains("was not done");
        assertThat(next.get("/people.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void another_role_or_limit_holds_for_whoever_is_signed_in_at_the_next_request() throws Exception {
        become("ADMIN", "");
        client.signIn(MOVER, MOVERS_SECRET);
        assertThat(client.get("/users.xhtml").statusCode()).isEqualTo(200);

        become("OPERATOR", "");
        assertThat(client.get("/users.xhtml").statusCode()).isEqualTo(403);
        assertThat(client.get("/people.xhtml").body()).doesNotContain("of “Nobody” only");

        become("OPERATOR", "&group=nobody&groupName=Nobody");
        assertThat(client.get("/people.xhtml").body()).contains("of “Nobody” only");
    }

    @Test
    void sign_out_ends_the_session() throws IOException, InterruptedException {
        client.signIn("admin", PortalSession.ADMIN_PASSWORD);
        HttpResponse<String> page = client.get("/index.xhtml");

        client.submit(page, "leave", Map.of("leave:signOut", ""));

        assertThat(client.get("/index.xhtml").statusCode()).isEqualTo(302);
    }

    @Test
    void a_form_without_its_token_changes_nothing() throws IOException, InterruptedException {
        client.signIn("admin", PortalSession.ADMIN_PASSWORD);

        client.send("/index.xhtml?leave=leave&leave:signOut=", "POST", "Accept", "text/html");

        assertThat(client.get("/index.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void what_another_site_sends_is_refused() throws IOException, InterruptedException {
        client.signIn("admin", PortalSession.ADMIN_PASSWORD);
        HttpResponse<String> page = client.get("/index.xhtml");

        HttpResponse<String> crossSite =
                client.submit(page, "leave", Map.of("leave:signOut", ""), "Sec-Fetch-Site", "cross-site");
        HttpResponse<String> foreignOrigin =
                client.submit(page, "leave", Map.of("leave:signOut", ""), "Origin", "https://evil.example");

        assertThat(crossSite.statusCode()).isEqualTo(403);
        assertThat(foreignOrigin.statusCode()).isEqualTo(403);
        assertThat(client.get("/index.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void guessing_is_slowed_down_for_a_name_nobody_has_just_as_for_one_that_somebody_has() throws Exception {
        List<String> answers = new ArrayList<>();
        for (int tries = 1; tries <= 9; tries++) {
            answers.add(client.signIn("guessed", "wrong").body());
        }

        assertThat(answers.get(0)).contains("don't match");
        assertThat(answers).anyMatch(answer -> answer.contains("Too many tries"));
    }

    private void grow(String signedIn, String used) throws IOException, InterruptedException {
        HttpResponse<String> done = client.get(SessionTrial.PATH + "?signedIn=" + signedIn + "&used=" + used);
        assertThat(done.statusCode()).isEqualTo(200);
    }

    /** Changes a stored user, whatever sessions there are. */
    private void become(String role, String limit) throws IOException, InterruptedException {
        String user = CallerTrial.PATH + "?name=" + MOVER + "&secret=" + MOVERS_SECRET + "&role=" + role + limit;
        assertThat(new PortalClient(deployed.getPort()).get(user).statusCode()).isEqualTo(200);
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
