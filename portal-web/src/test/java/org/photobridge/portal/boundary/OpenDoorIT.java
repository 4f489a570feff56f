package org.photobridge.portal.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.test.OwnProcess;
import org.photobridge.portal.test.PortalJar;

/** photobridge.jar where others may come in by its own TLS, and where nobody may. */
@OwnProcess
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OpenDoorIT {
    private static final int REFUSED = 2;

    @TempDir
    Path folder;

    private Process portal;
    private int port;

    @AfterEach
    void end() {
        if (portal != null) {
            portal.destroyForcibly().onExit().join();
        }
    }

    @Test
    void with_a_key_store_it_speaks_tls_and_nothing_else() throws Exception {
        Path store = KeyStores.make(folder.resolve("portal.p12"), "-1d", 30);
        Files.writeString(folder.resolve("password"), KeyStores.PASSWORD + "\n");
        start(Map.of(
                "PHOTOBRIDGE_ADDRESS", "0.0.0.0",
                "PHOTOBRIDGE_TLS_KEYSTORE", store.toString(),
                "PHOTOBRIDGE_TLS_PASSWORD_FILE", folder.resolve("password").toString()));
        SSLContext trust = KeyStores.trusting(store);
        HttpClient https = HttpClient.newBuilder().sslContext(trust).build();
        awaitReady(https, "https");

        HttpResponse<String> page = get(https, "https", "/signin.xhtml");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Set-Cookie"))
                .contains("JSESSIONID", "Secure", "HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
        assertThat(header(page, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(header(page, "Server")).isEmpty();
        assertThat(header(page, "X-Powered-By")).isEmpty();
        assertThat(header(get(https, "https", "/index.xhtml"), "Location")).startsWith("/signin.xhtml");

        assertThatThrownBy(() -> get(HttpClient.newHttpClient(), "http", "/health/ready"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> shakeHands(trust, "TLSv1.1")).isInstanceOf(IOException.class);
        shakeHands(trust, "TLSv1.3");
        assertThat(Files.readString(folder.resolve("log.txt"))).doesNotContain(KeyStores.PASSWORD);
    }

    @Test
    void another_address_without_tls_and_proxy_is_refused_in_words() throws Exception {
        start(Map.of("PHOTOBRIDGE_ADDRESS", "0.0.0.0"));

        assertThat(portal.waitFor()).isEqualTo(REFUSED);
        assertThat(log()).contains("passwords in the clear", "photobridge.tls.keystore", "photobridge.proxies");
    }

    @Test
    void a_wrong_password_for_the_key_store_is_refused_in_words() throws Exception {
        Path store = KeyStores.make(folder.resolve("portal.p12"), "-1d", 30);
        start(Map.of("PHOTOBRIDGE_TLS_KEYSTORE", store.toString(), "PHOTOBRIDGE_TLS_PASSWORD", "wrong-one"));

        assertThat(portal.waitFor()).isEqualTo(REFUSED);
        assertThat(log()).contains(store.toString(), "photobridge.tls.password").doesNotContain("wrong-one");
    }

    @Test
    void a_certificate_that_has_ended_is_refused_in_words() throws Exception {
        Path store = KeyStores.make(folder.resolve("portal.p12"), "-10d", 5);
        start(Map.of("PHOTOBRIDGE_TLS_KEYSTORE", store.toString(), "PHOTOBRIDGE_TLS_PASSWORD", KeyStores.PASSWORD));

        assertThat(portal.waitFor()).isEqualTo(REFUSED);
        assertThat(log()).contains("isn't valid now");
    }

    private void start(Map<String, String> settings) throws IOException {
        port = PortalJar.freePort();
        ProcessBuilder builder = PortalJar.process(folder.resolve("home"))
                .redirectOutput(folder.resolve("log.txt").toFile());
        builder.environment().put("PHOTOBRIDGE_PORT", Integer.toString(port));
        builder.environment().putAll(settings);
        portal = builder.start();
    }

    private void awaitReady(HttpClient client, String scheme) throws Exception {
        while (!isReady(client, scheme)) {
            assertThat(portal.waitFor(250, TimeUnit.MILLISECONDS))
                    .as("ended at start: %s", log())
                    .isFalse();
        }
    }

    private boolean isReady(HttpClient client, String scheme) throws InterruptedException {
        try {
            return get(client, scheme, "/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(HttpClient client, String scheme, String path)
            throws IOException, InterruptedException {
        URI uri = URI.create(scheme + "://127.0.0.1:" + port + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void shakeHands(SSLContext trust, String protocol) throws IOException {
        try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log.txt"));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
