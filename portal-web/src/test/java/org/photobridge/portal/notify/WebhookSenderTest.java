package org.photobridge.portal.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.boundary.KeyStores;
import org.photobridge.portal.test.TlsDoor;
import org.photobridge.spi.Secret;

class WebhookSenderTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String KEY = "a-signing-key-of-many-characters";

    private record Posted(String body, Map<String, List<String>> headers) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    private final WebhookSender sender = new WebhookSender(Clock.fixed(NOON, ZoneOffset.UTC));
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 202;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posted.add(new Posted(body, Map.copyOf(exchange.getRequestHeaders())));
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        byte[] answer = "said\r\nso ".repeat(1000).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Test
    void a_message_is_posted_with_its_facts_and_a_signature_over_time_and_body() throws Exception {
        sender.send(message("12 people failed"), ChannelKind.WEBHOOK, hook(), Optional.of(Secret.of(KEY)));

        Posted one = posted.get(0);
        JsonNode json = new ObjectMapper().readTree(one.body());
        assertThat(json.path("event").asText()).isEqualTo("run-failed");
        assertThat(json.path("title").asText()).isEqualTo("12 people failed");
        assertThat(json.path("facts").path("run").asText()).isEqualTo("5");
        assertThat(json.path("link").asText()).endsWith("/run.xhtml?id=5");
        assertThat(one.header("X-Photobridge-Delivery")).isEqualTo("notification-7");
        String time = one.header("X-Photobridge-Timestamp");
        assertThat(time).isEqualTo(Long.toString(NOON.getEpochSecond()));
        assertThat(one.header("X-Photobridge-Signature")).isEqualTo("sha256=" + hmac(time + "." + one.body()));
        assertThat(one.body()).doesNotContain(KEY);
    }

    @Test
    void without_a_key_there_is_no_signature() throws Exception {
        sender.send(message("Title"), ChannelKind.WEBHOOK, hook(), Optional.empty());

        assertThat(posted.get(0).header("X-Photobridge-Signature")).isEmpty();
    }

    @Test
    void teams_gets_an_adaptive_card_in_which_names_can_not_become_links() throws Exception {
        sender.send(message("[Plan](https://evil.example)"), ChannelKind.TEAMS, hook(), Optional.empty());

        JsonNode json = new ObjectMapper().readTree(posted.get(0).body());
        JsonNode attachment = json.path("attachments").path(0);
        JsonNode card = attachment.path("content");
        assertThat(json.path("type").asText()).isEqualTo("message");
        assertThat(attachment.path("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.path("body").path(0).path("text").asText()).isEqualTo("\\[Plan\\]\\(https://evil.example\\)");
        assertThat(card.path("body").path(2).path("text").asText()).isEqualTo("Second line.");
        assertThat(card.path("actions").path(0).path("url").asText()).endsWith("/run.xhtml?id=5");
    }

    @Test
    void the_portal_s_own_key_is_shown_to_nobody(@TempDir Path folder) throws Exception {
        Path store = KeyStores.make(folder.resolve("portal.p12"), "-1d", 30);
        try (TlsDoor door = new TlsDoor(store, KeyStores.PASSWORD)) {
            WebhookSender believing = new WebhookSender(Clock.fixed(NOON, ZoneOffset.UTC));

            assertThatThrownBy(() ->
                            believing.send(message("Title"), ChannelKind.WEBHOOK, door.address(), Optional.empty()))
                    .isInstanceOf(NotDelivered.class);
            assertThat(door.shown()).isEqualTo("nothing");
        }
    }

    @Test
    void a_refusal_is_said_with_the_beginning_of_the_answer() {
        status = 403;

        assertThatThrownBy(() -> sender.send(message("Title"), ChannelKind.WEBHOOK, hook(), Optional.empty()))
                .isInstanceOfSatisfying(
                        NotDelivered.class, e -> assertThat(e.code()).isEqualTo("status"))
                .hasMessageStartingWith("403 said so said so")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
    }

    @Test
    void no_redirect_is_followed() {
        status = 307;

        assertThatThrownBy(() -> sender.send(message("Title"), ChannelKind.WEBHOOK, hook(), Optional.empty()))
                .isInstanceOf(NotDelivered.class)
                .hasMessageStartingWith("307");
        assertThat(posted).hasSize(1);
    }

    @Test
    void nobody_there_and_no_such_name_are_told_apart() {
        URI gone = hook();
        server.stop(0);

        assertThatThrownBy(() -> sender.send(message("Title"), ChannelKind.WEBHOOK, gone, Optional.empty()))
                .isInstanceOfSatisfying(
                        NotDelivered.class, e -> assertThat(e.code()).isEqualTo("refused"));
        assertThatThrownBy(() -> sender.send(
                        message("Title"),
                        ChannelKind.WEBHOOK,
                        URI.create("https://no-such.invalid/"),
                        Optional.empty()))
                .isInstanceOfSatisfying(
                        NotDelivered.class, e -> assertThat(e.code()).isEqualTo("unknown-host"));
    }

    @Test
    void a_link_local_address_is_never_posted_to() {
        URI metadata = URI.create("http://169.254.169.254/latest");

        assertThatThrownBy(() -> sender.send(message("Title"), ChannelKind.WEBHOOK, metadata, Optional.empty()))
                .isInstanceOfSatisfying(
                        NotDelivered.class, e -> assertThat(e.code()).isEqualTo("forbidden-host"));
    }

    private URI hook() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?sig=abc");
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Message message(String title) {
        return new Message(
                "notification-7",
                EventKind.RUN_FAILED,
                NOON,
                title,
                "First line.\nSecond line.",
                Optional.of("https://photos.contoso.com/run.xhtml?id=5"),
                Map.of("run", "5"));
    }
}
