package org.photobridge.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A sign-in service and a Graph on one loopback port that answer exactly what a test tells them to. */
final class StubService implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What came in; {@code target} is the path with its query, decoded. */
    record Asked(String method, String target, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    /** What goes out. */
    record Reply(int status, Map<String, String> headers, byte[] body, boolean cut) {
        static Reply json(int status, String body) {
            return new Reply(
                    status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8), false);
        }

        static Reply ok(String body) {
            return json(200, body);
        }

        static Reply error(int status, String code) {
            return json(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"told so\"}}");
        }

        static Reply html(int status) {
            return new Reply(
                    status,
                    Map.of("Content-Type", "text/html"),
                    "<html><body>proxy</body></html>".getBytes(StandardCharsets.UTF_8),
                    false);
        }

        static Reply bytes(byte[] bytes) {
            return new Reply(200, Map.of("Content-Type", "image/jpeg"), bytes, false);
        }

        Reply with(String header, String value) {
            Map<String, String> all = new HashMap<>(headers);
            all.put(header, value);
            return new Reply(status, all, body, cut);
        }

        /** The connection ends in mid-body. */
        Reply cutOff() {
            return new Reply(status, headers, body, true);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new ArrayList<>();
    private final Map<String, Function<Asked, Reply>> answers = new LinkedHashMap<>();

    StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        on("/.well-known/openid-configuration", Reply.ok("{}"));
        on("/oauth2/v2.0/token", token("User.Read.All", "ProfilePhoto.Read.All", "GroupMember.Read.All"));
    }

    /** A token answer whose token names these roles; a new token each time. */
    static Function<Asked, Reply> token(String... roles) {
        return ignored ->
                Reply.ok("{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"" + jwt(roles) + "\"}");
    }

    private static String jwt(String... roles) {
        String claims = "{\"tid\":\"11111111-2222-3333-4444-555555555555\",\"jti\":\"" + java.util.UUID.randomUUID()
                + "\",\"roles\":[\"" + String.join("\",\"", roles) + "\"]}";
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".sig";
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on answers so where the target contains the text; what was said last counts first. */
    synchronized void on(String part, Function<Asked, Reply> answer) {
        answers.remove(part);
        answers.put(part, answer);
    }

    void on(String part, Reply reply) {
        on(part, ignored -> reply);
    }

    /** Answers so in turn; the last one for ever. */
    void inTurn(String part, Reply... replies) {
        int[] next = {0};
        on(part, ignored -> {
            synchronized (next) {
                return replies[Math.min(next[0]++, replies.length - 1)];
            }
        });
    }

    synchronized List<Asked> asked(String part) {
        return asked.stream().filter(one -> one.target().contains(part)).toList();
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked one = read(exchange);
            Reply reply = note(one).apply(one);
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            int sent = reply.cut() ? reply.body().length / 2 : reply.body().length;
            exchange.getResponseBody().write(reply.body(), 0, sent);
        }
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
        String target =
                URLDecoder.decode(exchange.getRequestURI().toString().replace("+", "%2B"), StandardCharsets.UTF_8);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Asked(exchange.getRequestMethod(), target, headers, body);
    }

    private synchronized Function<Asked, Reply> note(Asked one) {
        asked.add(one);
        Function<Asked, Reply> answer = ignored -> Reply.error(404, "StubHasNoAnswer");
        for (Map.Entry<String, Function<Asked, Reply>> entry : answers.entrySet()) {
            if (one.target().contains(entry.getKey())) {
                answer = entry.getValue();
            }
        }
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
