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

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
