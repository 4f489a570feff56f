package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.entra.Audience;
import org.photobridge.simulator.entra.Credential;
import org.photobridge.simulator.http.Site;

/** Calls one simulated SharePoint host over HTTP, with a token of the demo app. */
final class SharePointClient {
    static final String LEAN = "application/json;odata=nometadata";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http;
    private final URI base;
    private final String token;
    private final String accept;

    private SharePointClient(HttpClient http, URI base, String token, String accept) {
        this.http = http;
        this.base = base;
        this.token = token;
        this.accept = accept;
    }

    static SharePointClient of(M365Simulator simulator, Site site) {
        return of(simulator, site, site, Credential.CERTIFICATE);
    }

    static SharePointClient of(M365Simulator simulator, Site site, Site audience, Credential credential) {
        URI resource = simulator.tenant().urls().of(audience);
        String token = simulator
                .tokens()
                .issue(simulator.app(), new Audience(resource.toString(), audience), credential, Duration.ofHours(1));
        return new SharePointClient(
                trusting(simulator), simulator.tenant().urls().of(site), token, LEAN);
    }

    SharePointClient accepting(String type) {
        return new SharePointClient(http, base, token, type);
    }

    SharePointClient withToken(String other) {
        return new SharePointClient(http, base, other, accept);
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<byte[]> post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> post(String path, byte[] body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
        if (!accept.isEmpty()) {
            request.header("Accept", accept);
        }
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(text(response), e);
        }
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static HttpClient trusting(M365Simulator simulator) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            byte[] pem = simulator.caPem().getBytes(StandardCharsets.US_ASCII);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder().sslContext(context).build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
