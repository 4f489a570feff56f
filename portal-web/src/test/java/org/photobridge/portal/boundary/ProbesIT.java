package org.photobridge.portal.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.boundary.RawHttp.Answer;
import org.photobridge.portal.test.PortalClient;
import org.photobridge.portal.test.SimulatedTenant;

/** Probes the deployed portal as a scanner would; inside the container, so that the audit can be read as well. */
@ArquillianTest
class ProbesIT {
    private static final String PASSWORD = "correct-horse-battery";

    @ArquillianResource
    private URL deployed;

    @Inject
    private DataSource dataSource;

    private PortalClient client;
    private RawHttp raw;

    @BeforeEach
    void connect() {
        client = new PortalClient(deployed.getPort());
        raw = new RawHttp(deployed.getPort());
    }

    @Test
    void a_form_without_its_token_is_refused_and_kept_in_the_audit() throws Exception {
        signIn();

        HttpResponse<String> answer =
                client.send("/index.xhtml?leave=leave&leave:signOut=", "POST", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(client.get("/index.xhtml").statusCode()).isEqualTo(200);
        assertRefused("admin", "/index.xhtml", "a form without its token");
    }

    @Test
    void a_form_with_a_made_up_token_changes_nothing() throws Exception {
        signIn();

        String body = "leave=leave&leave%3AsignOut=&jakarta.faces.ViewState=-1234567890123456789%3A987654321";
        Answer answer = raw.send(
                "POST",
                "/index.xhtml",
                body,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length(),
                "Cookie: JSESSIONID=" + client.sessionId());

        assertThat(answer.body()).contains("<html").doesNotContain("Exception");
        assertThat(client.get("/index.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_with_files_and_without_token_changes_nothing() throws Exception {
        signIn();

        String body = "--x\r\nContent-Disposition: form-data; name=\"leave\"\r\n\r\nleave\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"leave:signOut\"\r\n\r\n\r\n--x--\r\n";
        raw.send(
                "POST",
                "/index.xhtml",
                body,
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Length: " + body.length(),
                "Cookie: JSESSIONID=" + client.sessionId());

        assertThat(client.get("/index.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void what_another_site_asks_for_is_refused_and_kept_in_the_audit() throws Exception {
        signIn();
        HttpResponse<String> page = client.get("/index.xhtml");

        HttpResponse<String> answer =
                client.submit(page, "leave", Map.of("leave:signOut", ""), "Origin", "https://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertRefused("admin", "POST /index.xhtml", "asked for by another site");
    }

    @Test
    void the_api_takes_no_cookie_and_no_forged_token() throws Exception {
        signIn();
        assertThat(client.get("/api/v1/plans").statusCode()).isEqualTo(401);

        String right = SimulatedTenant.API_TOKEN;
        for (String token : List.of(
                right.substring(0, right.length() - 1) + "x",
                right + "x",
                right.substring(0, 8) + "' or '1'='1' --            ",
                right.toUpperCase(java.util.Locale.ROOT),
                "null",
                "")) {
            assertThat(raw.get("/api/v1/plans", "Authorization: Bearer " + token)
                            .status())
                    .as(token)
                    .isEqualTo(401);
        }
        assertThat(raw.get("/api/v1/plans", "Authorization: Basic " + right).status())
                .isEqualTo(401);
        assertThat(raw.get("/api/v1/plans?access_token=" + right).status()).isEqualTo(401);
        assertRefused("anonymous", "GET /api/v1/plans", "no valid API token");
    }

    @Test
    void a_session_that_was_known_before_the_sign_in_is_worth_nothing_after_it() throws Exception {
        HttpResponse<String> page = client.get("/signin.xhtml");
        assertThat(page.statusCode()).isEqualTo(200);
        String planted = client.sessionId();

        signIn();

        assertThat(client.sessionId()).isNotEqualTo(planted);
        assertThat(raw.get("/index.xhtml", "Cookie: JSESSIONID=" + planted).status())
                .isEqualTo(302);
        assertThat(raw.get("/index.xhtml;jsessionid=" + client.sessionId()).status())
                .isEqualTo(404);
    }

    @Test
    void no_session_takes_the_id_that_a_stranger_has_chosen() throws Exception {
        Answer answer = raw.get("/signin.xhtml", "Cookie: JSESSIONID=0123456789abcdef0123456789ab");

        assertThat(answer.header("Set-Cookie")).doesNotContain("0123456789abcdef");
    }

    @Test
    void no_path_leads_outside() throws Exception {
        signIn();
        String cookie = "Cookie: JSESSIONID=" + client.sessionId();
        for (String path : List.of(
                "/WEB-INF/web.xml",
                "/web-inf/web.xml",
                "/../WEB-INF/web.xml",
                "/%2e%2e/WEB-INF/web.xml",
                "/..;/WEB-INF/web.xml",
                "/./WEB-INF/web.xml",
                "//WEB-INF/web.xml",
                "/signin.xhtml/../WEB-INF/web.xml",
                "/WEB-INF%2fweb.xml",
                "/WEB-INF/templates/portal.xhtml",
                "/WEB-INF/classes/META-INF/microprofile-config.properties",
                "/META-INF/MANIFEST.MF",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/jakarta.faces.resource/web.xml.xhtml?ln=..%2fWEB-INF",
                "/jakarta.faces.resource/..%2f..%2fWEB-INF%2fweb.xml.xhtml?ln=portal",
                "/jakarta.faces.resource/../WEB-INF/web.xml.xhtml",
                "/jakarta.faces.resource/web.xml.xhtml?con=WEB-INF",
                "/index.xhtml%00.css",
                "/pictures?connection=1&person=../../../../etc/passwd",
                "/pictures?reading=../../etc/passwd&side=../target",
                "/pictures?reading=file:///etc/passwd&side=source",
                "/connection.xhtml?provider=../../../../etc/passwd",
                "/providers.xhtml?id=../../etc/passwd",
                "/api/v1/people/..%2f..%2fetc%2fpasswd")) {
            Answer answer = raw.get(path, cookie);

            assertThat(answer.status()).as(path).isNotEqualTo(500);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("<web-app", "photobridge.database", "root:", "ui:composition", "Manifest-Version");
        }
        assertRefused("admin", "GET /", "a path that leads outside");
    }

    @Test
    void sign_in_leads_nowhere_but_into_the_portal() throws Exception {
        for (String from : List.of(
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: planted=1",
                "evil.example")) {
            PortalClient stranger = new PortalClient(deployed.getPort());
            HttpResponse<String> page = stranger.get("/signin.xhtml");
            HttpResponse<String> answer = stranger.submit(
                    page,
                    "signin",
                    Map.of("signin:name", "admin", "signin:password", PASSWORD, "signin:submit", "", "from", from));

            assertThat(answer.headers().firstValue("Location")).as(from).hasValue("/index.xhtml");
            assertThat(answer.headers().map().toString()).doesNotContain("planted");
        }
    }

    @Test
    void no_redirect_repeats_the_host_that_a_client_claims() throws IOException {
        Answer answer = raw.get("/index.xhtml", "Host: evil.example");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith("/signin.xhtml");
        assertThat(answer.toString()).doesNotContain("evil.example");
    }

    @Test
    void no_parameter_becomes_a_header() throws Exception {
        signIn();
        String cookie = "Cookie: JSESSIONID=" + client.sessionId();
        String crlf = "%0d%0aX-Planted:%20yes%0d%0aSet-Cookie:%20planted=1";
        for (String path : List.of(
                "/people.csv?plan=1&language=id" + crlf,
                "/people.csv?q=" + crlf,
                "/person.xhtml?id=" + crlf,
                "/run.xhtml?id=1" + crlf,
                "/signin.xhtml?from=/" + crlf,
                "/pictures?connection=1&person=" + crlf,
                "/index.xhtml" + crlf)) {
            assertThat(raw.get(path, cookie).headers())
                    .as(path)
                    .noneMatch(line -> line.startsWith("X-Planted") || line.contains("planted=1"));
        }
        assertThat(raw.get("/index.xhtml?" + crlf).header("Location")).doesNotContain("\r", "\n");
    }

    @Test
    void there_is_no_door_for_pushes() throws Exception {
        signIn();
        String cookie = "Cookie: JSESSIONID=" + client.sessionId();
        for (String path :
                List.of("/jakarta.faces.push/runs", "/omnifaces.push/runs", "/omnifaces.sse/runs", "/push")) {
            Answer answer = raw.get(
                    path,
                    cookie,
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(raw.send("POST", path, "x", "Content-Length: 1", cookie).status())
                    .as(path)
                    .isIn(404, 405);
        }
    }

    @Test
    void nobody_chooses_the_address_that_the_audit_keeps() throws Exception {
        HttpResponse<String> page = client.get("/signin.xhtml");
        client.submit(
                page,
                "signin",
                Map.of("signin:name", "admin", "signin:password", PASSWORD, "signin:submit", "", "from", "/"),
                "X-Forwarded-For",
                "203.0.113.77",
                "Forwarded",
                "for=203.0.113.77");
        raw.get("/api/v1/plans", "X-Forwarded-For: 203.0.113.77", "Authorization: Bearer x");

        assertThat(AuditSeen.from(dataSource, "203.0.113.77")).isEmpty();
        assertThat(AuditSeen.of(dataSource, "user.signed-in"))
                .extracting(AuditSeen::address)
                .containsOnly("127.0.0.1");
    }

    @Test
    void methods_that_nobody_needs_do_nothing() throws Exception {
        signIn();
        String cookie = "Cookie: JSESSIONID=" + client.sessionId();
        for (String method : List.of("TRACE", "TRACK", "DELETE", "PUT", "PROPFIND")) {
            Answer answer = raw.send(method, "/index.xhtml", "", cookie, "Content-Length: 0", "X-Echo: planted");
            assertThat(answer.status()).as(method).isGreaterThanOrEqualTo(400);
            assertThat(answer.toString()).as(method).doesNotContain("planted");
        }
    }

    private void signIn() throws IOException, InterruptedException {
        assertThat(client.signIn("admin", PASSWORD).statusCode()).isEqualTo(302);
    }

    private void assertRefused(String actor, String path, String reason) throws SQLException {
        assertThat(AuditSeen.of(dataSource, "request.refused")).anySatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo(actor);
            assertThat(entry.address()).isEqualTo("127.0.0.1");
            assertThat(entry.subject()).contains(path);
            assertThat(entry.reason()).startsWith(reason);
        });
    }
}
