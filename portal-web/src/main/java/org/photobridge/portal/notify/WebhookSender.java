package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.photobridge.portal.platform.OutboundAddresses;
import org.photobridge.portal.platform.OutboundTls;
import org.photobridge.spi.Secret;

/** Posts messages to webhooks; follows no redirect, since the message is for this address alone. */
@ApplicationScoped
class WebhookSender {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SHOWN_ANSWER = 200;

    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(OutboundTls.context())
            .build();

    protected WebhookSender() {
        this(null);
    }

    @Inject
    WebhookSender(Clock clock) {
        this.clock = clock;
    }

    void send(Message message, ChannelKind kind, URI address, Optional<Secret> key) throws NotDelivered {
        if (OutboundAddresses.leadsToForbidden(address.getHost())) {
            throw new NotDelivered("forbidden-host", address.getHost());
        }
        HttpRequest request = request(message, Payload.of(message, kind), address, key);
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            String said = said(answer);
            if (answer.statusCode() / 100 != 2) {
                throw new NotDelivered("status", answer.statusCode() + " " + said);
            }
        } catch (IOException e) {
            throw new NotDelivered(code(e), String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDelivered("timeout", "The portal is shutting down", e);
        }
    }

    private HttpRequest request(Message message, String body, URI address, Optional<Secret> key) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Photobridge")
                .header("X-Photobridge-Delivery", message.id())
                .header("X-Photobridge-Timestamp", timestamp)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        key.ifPresent(secret -> request.header("X-Photobridge-Signature", Signature.of(timestamp, body, secret)));
        return request.build();
    }

    /** The beginning of the answer: the rest may be endless. */
    private static String said(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return new String(body.readNBytes(SHOWN_ANSWER), StandardCharsets.UTF_8)
                    .replaceAll("[\\p{Cntrl}]+", " ")
                    .strip();
        }
    }

    private static String code(IOException e) {
        if (e instanceof HttpTimeoutException) {
            return "timeout";
        }
        if (e instanceof SSLException) {
            return "tls";
        }
        boolean unknown = e instanceof ConnectException
                && e.getCause() instanceof ConnectException inner
                && inner.getCause() instanceof UnresolvedAddressException;
        return unknown ? "unknown-host" : "refused";
    }
}
