package org.photobridge.sharepoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A login host and SharePoint's three hosts on loopback, which answer what a test says, and note what was asked. */
final class ScriptedHosts implements AutoCloseable {
    static final String LOGIN = "login";
    static final String NOT_FOUND =
            "{\"odata.error\":{\"code\":\"-2130575338, Microsoft.SharePoint.SPException\",\"message\":"
                    + "{\"lang\":\"en-US\",\"value\":\"The file does not exist.\"}}}";

    /** A request that came. */
    record Received(String host, String line, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** An answer to give; one that stalls begins its body and never ends it. */
    record Answer(int status, Map<String, String> headers, byte[] body, boolean stalls) {
        static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), false);
        }

        static Answer bytes(byte[] body) {
            return new Answer(200, Map.of(), body, false);
        }

        Answer with(String header, String value) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.put(header, value);
            return new Answer(status, all, body, stalls);
        }

        Answer stalling() {
            return new Answer(status, headers, body, true);
        }
    }

    private static final class Rule {
        private final String host;
        private final Pattern pattern;
        private final List<Answer> answers;

        Rule(String host, Pattern pattern, List<Answer> answers) {
            this.host = host;
            this.pattern = pattern;
            this.answers = new ArrayList<>(answers);
        }

        /** The answers in turn; the last one for ever. */
        synchronized Answer next() {
            return answers.size() > 1 ? answers.remove(0) : answers.get(0);
        }
    }

    private final Map<String, HttpServer> servers = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Received> received = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);

    ScriptedHosts() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        serve(LOGIN);
        for (Site site : Site.values()) {
            serve(site.name());
        }
        on(LOGIN, "/oauth2/v2.0/token", Answer.of(200, tokenAnswer(jwt())));
    }

    private void serve(String host) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(host, exchange));
            server.start();
            servers.put(host, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers requests of a host whose line has the pattern; rules made later count before earlier ones. */
    ScriptedHosts on(String host, String pattern, Answer... answers) {
        synchronized (rules) {
            rules.add(0, new Rule(host, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), List.of(answers)));
        }
        return this;
    }

    ScriptedHosts on(Site site, String pattern, Answer... answers) {
        return on(site.name(), pattern, answers);
    }

    URI url(String host) {
        return URI.create("http://localhost:" + servers.get(host).getAddress().getPort());
    }

    URI url(Site site) {
        return url(site.name());
    }

    List<Received> received(String host) {
        synchronized (received) {
            return received.stream().filter(one -> one.host().equals(host)).toList();
        }
    }

    /** Of all hosts, in the order in which it came. */
    List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    List<Received> received(Site site) {
        return received(site.name());
    }

    private void answer(String host, HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
            synchronized (received) {
                received.add(new Received(host, line, headers, body));
            }
            send(exchange, find(host, line));
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        long length = answer.stalls() ? answer.body().length + 1000L : answer.body().length;
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(answer.body());
        exchange.getResponseBody().flush();
        if (answer.stalls()) {
            awaitClosing();
        }
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer find(String host, String line) {
        synchronized (rules) {
            return rules.stream()
                    .filter(rule ->
                            rule.host.equals(host) && rule.pattern.matcher(line).find())
                    .findFirst()
                    .map(Rule::next)
                    .orElseGet(() -> Answer.of(404, NOT_FOUND));
        }
    }

    static String tokenAnswer(String token) {
        return "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599,\"access_token\":\"" + token
                + "\"}";
    }

    private static String jwt() {
        String claims = "{\"tid\":\"11111111-2222-3333-4444-555555555555\",\"roles\":[\"Sites.FullControl.All\","
                + "\"User.ReadWrite.All\"]}";
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "e30." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }

    @Override
    public void close() {
        closing.countDown();
        servers.values().forEach(server -> server.stop(0));
        threads.shutdownNow();
    }
}
