package org.photobridge.sharepoint;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** Lets msal4j use our way to the network, with its proxy, trust and time limits; its own has no time limit at all. */
final class EntraTransport implements IHttpClient {
    private final Transport transport;
    private final URI login;

    EntraTransport(Transport transport, URI login) {
        this.transport = transport;
        this.login = login;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(address(request));
        request.headers().forEach(builder::setHeader);
        if (request.httpMethod() == HttpMethod.POST) {
            builder.POST(BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
        }
        java.net.http.HttpResponse<byte[]> answer = transport.send(builder.build());
        HttpResponse response = new HttpResponse()
                .statusCode(answer.statusCode())
                .body(new String(answer.body(), StandardCharsets.UTF_8));
        response.addHeaders(answer.headers().map());
        return response;
    }

    /** The certificate's assertion goes to the login host that was set and to no other; plain http only on loopback. */
    private URI address(HttpRequest request) throws IOException {
        URI wanted = URI.create(request.url().toString());
        boolean sameHost = wanted.getHost().equalsIgnoreCase(login.getHost());
        if (!sameHost || wanted.getPort() != login.getPort()) {
            throw new IOException("refused to sign in at " + wanted.getHost() + " instead of " + login.getHost());
        }
        return Origins.isLoopback(login)
                ? URI.create(login.getScheme() + wanted.toString().substring("https".length()))
                : wanted;
    }
}
