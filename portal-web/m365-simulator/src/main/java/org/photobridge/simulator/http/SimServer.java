package org.photobridge.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** One listening port. */
public final class SimServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SimServer.class.getName());

    static {
        // Without the first every small answer costs 40 ms; without the others the server drops idle
        // connections under its clients' feet, which no client can tell from a lost request.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
    }

    private final HttpServer server;
    private final String scheme;

    private SimServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
    }

    /**
     * Listens, but answers nothing before {@link #serve}.
     *
     * @param tls empty for plain HTTP
     * @throws IOException if the port is taken
     */
    public static SimServer open(InetSocketAddress address, Optional<SSLContext> tls, Executor threads)
            throws IOException {
        HttpServer server = tls.isPresent() ? secure(address, tls.get()) : HttpServer.create(address, 256);
        server.setExecutor(threads);
        return new SimServer(server, tls.isPresent() ? "https" : "http");
    }

    private static HttpServer secure(InetSocketAddress address, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(address, 256);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The port's address, by the name that its certificate carries. */
    public URI url() {
        return URI.create(scheme + "://localhost:" + port());
    }

    public void serve(Function<String, Site> siteOfPath, SimHandler handler) {
        server.createContext("/", exchange -> answer(exchange, siteOfPath, handler));
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, Function<String, Site> siteOfPath, SimHandler handler)
            throws IOException {
        try (exchange) {
            SimResponse response;
            try {
                response = handler.handle(request(exchange, siteOfPath));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "The simulator failed at " + exchange.getRequestURI(), e);
                response = SimResponse.text(500, "The simulator has a defect: " + e);
            }
            deliver(exchange, response);
        }
    }

    private SimRequest request(HttpExchange exchange, Function<String, Site> siteOfPath) throws IOException {
        URI uri = exchange.getRequestURI();
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("localhost:" + port());
        return new SimRequest(
                siteOfPath.apply(uri.getRawPath()),
                exchange.getRequestMethod().toUpperCase(Locale.ROOT),
                uri.getRawPath(),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes(),
                URI.create(scheme + "://" + host),
                false);
    }

    private void deliver(HttpExchange exchange, SimResponse response) throws IOException {
        if (response.delivery() == Delivery.RESET) {
            ConnectionReset.reset(exchange);
            return;
        }
        if (response.delivery() == Delivery.CUT) {
            return;
        }
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body();
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        // Half a body must be missed: with chunks it would only look short.
        boolean chunked = response.chunked() && response.delivery() == Delivery.WHOLE;
        exchange.sendResponseHeaders(response.status(), bodiless ? -1 : chunked ? 0 : body.length);
        if (!bodiless) {
            write(exchange, response);
        }
    }

    private static void write(HttpExchange exchange, SimResponse response) throws IOException {
        byte[] body = response.body();
        if (response.delivery() == Delivery.HALF_BODY) {
            OutputStream out = exchange.getResponseBody();
            out.write(body, 0, body.length / 2);
            out.flush();
            return;
        }
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
