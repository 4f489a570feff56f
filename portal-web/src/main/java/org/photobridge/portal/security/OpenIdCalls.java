package org.photobridge.portal.security;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.photobridge.portal.platform.OutboundAddresses;
import org.photobridge.portal.platform.OutboundTls;

/**
 * The calls to an OpenID provider: to addresses that may be called only, one hop each, a few seconds long, with an
 * answer of bounded size.
 * <p>All but the first address come out of what the provider publishes, so each is asked again before it is called.
 */
final class OpenIdCalls implements ResourceRetriever, HTTPRequestSender {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 512 * 1024;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(OutboundTls.context())
            .build();

    /**
     * What is wrong with an address of a provider, as it is written; asks no name server.
     * <p>Over plain http anybody on the way could say who signs in.
     */
    static Optional<String> problem(URI address) {
        String host = address.getHost();
        if (host == null) {
            return Optional.of("names no host");
        }
        if (OutboundAddresses.isForbidden(host)) {
            return Optional.of("is an address that the portal never talks to");
        }
        boolean loopback = "http".equals(address.getScheme()) && LOOPBACK.contains(host);
        return "https".equals(address.getScheme()) || loopback
                ? Optional.empty()
                : Optional.of("must begin with https://");
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HttpResponse<InputStream> answer = ask(HttpRequest.newBuilder(checked(url)));
        String text = text(answer);
        if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException(url + " answered " + answer.statusCode());
        }
        return new Resource(text, answer.headers().firstValue("Content-Type").orElse(null));
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(checked(asked.getURL()))
                .method(
                        asked.getMethod().name(),
                        HttpRequest.BodyPublishers.ofString(
                                Optional.ofNullable(asked.getBody()).orElse("")));
        asked.getHeaderMap().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        HttpResponse<InputStream> answer = ask(request);
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        answer.headers().map().forEach((name, values) -> response.setHeader(name, values.toArray(String[]::new)));
        response.setBody(text(answer));
        return response;
    }

    private static URI checked(URL url) throws IOException {
        URI address = URI.create(url.toString());
        Optional<String> problem = problem(address);
        if (problem.isPresent()) {
            throw new IOException(url + " " + problem.get());
        }
        if (OutboundAddresses.leadsToForbidden(address.getHost())) {
            throw new IOException(url + " leads to an address that the portal never talks to");
        }
        return address;
    }

    private HttpResponse<InputStream> ask(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("The portal is shutting down").initCause(e);
        }
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(answer.uri() + " answered with more than " + MOST_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
