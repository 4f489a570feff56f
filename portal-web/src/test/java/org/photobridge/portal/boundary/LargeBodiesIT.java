package org.photobridge.portal.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.boundary.RawHttp.Answer;
import org.photobridge.portal.test.PortalClient;
import org.photobridge.portal.test.PortalSession;
import org.photobridge.portal.test.SimulatedTenant;

/** More than the portal takes at once is refused in words, before it is read. */
@ArquillianTest
@RunAsClient
class LargeBodiesIT {
    @ArquillianResource
    private URL deployed;

    private PortalClient client;
    private RawHttp raw;

    @BeforeEach
    void connect() {
        client = new PortalClient(deployed.getPort());
        raw = new RawHttp(deployed.getPort());
    }

    @Test
    void a_form_that_is_too_large_is_answered_by_a_page_that_says_so() throws Exception {
        client.signIn("admin", PortalSession.ADMIN_PASSWORD);
        HttpResponse<String> page = client.get("/pasted.xhtml");

        HttpResponse<String> answer = client.submit(page, "pasted", Map.of("pasted:text", "x".repeat(3 << 20)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("what you typed is still there");
        assertThat(client.get("/index.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void a_length_that_is_only_claimed_is_not_waited_for() throws IOException {
        Answer answer = raw.send(
                "POST",
                "/signin.xhtml",
                "a=b",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 99999999999");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void a_form_that_does_not_say_its_length_is_not_read() throws IOException {
        Answer answer = raw.send(
                "POST",
                "/signin.xhtml",
                "3\r\na=b\r\n0\r\n\r\n",
                "Content-Type: application/x-www-form-urlencoded",
                "Transfer-Encoding: chunked");

        assertThat(answer.status()).isEqualTo(411);
    }

    @Test
    void a_body_for_the_api_that_is_too_large_is_a_problem_in_words() throws IOException {
        String[] headers = {"Authorization: Bearer " + SimulatedTenant.API_TOKEN, "Content-Type: application/json"};
        Answer claimed =
                raw.send("POST", "/api/v1/requests", "{}", headers[0], headers[1], "Content-Length: " + (64 << 20));
        assertThat(claimed.status()).isEqualTo(413);
        assertThat(claimed.body()).contains("\"code\":\"too-large\"").contains("1048576 bytes");

        String large = " ".repeat(2 << 20);
        Answer sent = raw.send(
                "POST", "/api/v1/requests", large, headers[0], headers[1], "Content-Length: " + large.length());
        assertThat(sent.status()).isEqualTo(413);
        assertThat(sent.body()).contains("1048576 bytes");

        String chunk = "100000\r\n" + " ".repeat(1 << 20) + "\r\n";
        Answer chunked = raw.send(
                "POST",
                "/api/v1/requests",
                chunk + "2\r\n{}\r\n0\r\n\r\n",
                headers[0],
                headers[1],
                "Transfer-Encoding: chunked");
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.body()).contains("1048576 bytes");
    }
}
