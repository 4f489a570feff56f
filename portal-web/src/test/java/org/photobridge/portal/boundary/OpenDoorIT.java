package org.photobridge.portal.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.test.OwnProcess;

/** photobridge.jar where others may come in: by its own TLS, or by a proxy's. */
@OwnProcess
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OpenDoorIT {
    private static final int REFUSED = 2;
    private static final String PASSWORD = "correct-horse-battery";

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
    void of_a_declared_proxy_it_believes_who_the_client_is_and_that_it_came_by_tls() throws Exception {
        start(Map.of("PHOTOBRIDGE_PROXIES", "127.0.0.1"));
        HttpClient http = HttpClient.newHttpClient();
        awaitReady(http, "http");

        HttpResponse<String> page = get(
                http,
                "http",
                "/signin.xhtml",
                "X-Forwarded-For",
                "198.51.100.1, 203.0.113.9",
                "X-Forwarded-Proto",
                "https");
        assertThat(header(page, "Set-Cookie")).contains("Secure", "HttpOnly").containsIgnoringCase("SameSite=Lax");
        assertThat(header(page, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
        HttpResponse<String> api = get(
                http,
                "http",
                "/api/v1/plans",
                "X-Forwarded-For",
                "198.51.100.1, 203.0.113.9",
                "Authorization",
                "Bearer x");
        assertThat(api.statusCode()).isEqualTo(401);

        end();
        assertThat(refusedFrom()).containsExactly("203.0.113.9");
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
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = any.getLocalPort();
        }
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PHOTOBRIDGE_HOME", folder.resolve("home").toString());
        environment.put("PHOTOBRIDGE_PORT", Integer.toString(port));
        environment.put("PHOTOBRIDGE_FIRST_ADMIN_PASSWORD", PASSWORD);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", "target/photobridge.jar"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        builder.environment().putAll(environment);
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

    private HttpResponse<String> get(HttpClient client, String scheme, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void shakeHands(SSLContext trust, String protocol) throws IOException {
        try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
        }
    }

    /** Whom the audit names for refused requests; the database is the test's once the portal has ended. */
    private List<String> refusedFrom() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("home/database/photobridge"));
        database.setUser("photobridge");
        database.setPassword("photobridge");
        return AuditSeen.of(database, "request.refused").stream()
                .map(AuditSeen::address)
                .toList();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log.txt"));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
