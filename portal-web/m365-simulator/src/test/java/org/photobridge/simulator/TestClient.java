package org.photobridge.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An ordinary HTTP client that trusts the simulator's certificate. */
public final class TestClient {
    static final ObjectMapper JSON = new ObjectMapper();

    private final M365Simulator simulator;
    private final HttpClient http;

    public TestClient(M365Simulator simulator) {
        this.simulator = simulator;
        this.http =
                HttpClient.newBuilder().sslContext(trusting(simulator.caPem())).build();
    }

    public HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sent without waiting for the answer. */
    public CompletableFuture<Integer> status(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    public HttpResponse<byte[]> token(Map<String, String> form) {
        return tokenOf(simulator.tenantId(), form);
    }

    public HttpResponse<byte[]> tokenOf(String tenant, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(simulator.loginUrl() + "/" + tenant + "/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public Map<String, String> secretForm(URI resource) {
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                simulator.clientId(),
                "client_secret",
                simulator.clientSecret(),
                "scope",
                resource + "/.default openid profile offline_access");
    }

    public String graphToken() {
        return json(token(secretForm(simulator.graphUrl())))
                .path("access_token")
                .asText();
    }

    /** A request to Graph with a fresh token; the target begins behind the version. */
    public HttpRequest.Builder graph(String target) {
        return HttpRequest.newBuilder(URI.create(simulator.graphUrl() + "/v1.0" + target))
                .header("Authorization", "Bearer " + graphToken());
    }

    public HttpResponse<byte[]> get(String target) {
        return send(graph(target).build());
    }

    public HttpResponse<byte[]> getEventual(String target) {
        return send(graph(target).header("ConsistencyLevel", "eventual").build());
    }

    public HttpResponse<byte[]> batch(String body) {
        return send(graph("/$batch")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLContext trusting(String pem) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "ca",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
