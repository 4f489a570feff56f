package org.photobridge.exchange;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;

/**
 * Carries msal4j's requests to the configured sign-in host and nowhere else.
 *
 * <p>Only a token comes back through here; every other answer is mapped to our errors on the spot, because msal4j loses
 * the status of an answer that isn't JSON and takes an answer without a token for a success.
 */
final class EntraTransport implements IHttpClient {
    private static final int MOST_BYTES = 1 << 20;
    /** Entra's longest are 28 hours. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(2);
    /** For a service that doesn't say: a token that ended before is renewed after the 401. */
    private static final Duration UNSAID_LIFE = Duration.ofMinutes(10);

    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded; charset=utf-8");

    private final HttpExchange exchange;
    private final URI login;
    private final ExchangeError refused;
    private final Clock clock;
    private volatile Duration lifetime = Duration.ZERO;

    EntraTransport(OkHttpClient client, ExchangeSettings settings, Clock clock) {
        this.exchange = new HttpExchange(client, HttpExchange.Errors.OF_LOGIN, MOST_BYTES);
        this.login = settings.login();
        this.refused = settings.credential().certificate().isPresent()
                ? ExchangeError.CERTIFICATE_REFUSED
                : ExchangeError.SECRET_REFUSED;
        this.clock = clock;
    }

    /** How long the last token is good for, counted from its arrival, so that a wrong clock does no harm. */
    Duration lifetimeOfLastToken() {
        return lifetime;
    }

    @Override
    public IHttpResponse send(HttpRequest request) {
        GraphAnswer answer = exchange.send(toNative(request));
        Json body = answer.json();
        if (!answer.isOk() || body.text("access_token").isEmpty()) {
            throw new ProviderException(failure(answer, body));
        }
        lifetime = life(body);
        HttpResponse response = new HttpResponse();
        response.statusCode(answer.status());
        response.body(new String(answer.bytes(), StandardCharsets.UTF_8));
        return response;
    }

    /** Some sign-in services write the number as a text, and the standard lets them leave it out. */
    private static Duration life(Json body) {
        return body.number("expires_in")
                .or(() -> body.text("expires_in")
                        .filter(text -> text.matches("\\d{1,18}"))
                        .map(Long::valueOf))
                .map(seconds -> Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_LIFE.toSeconds()))))
                .orElse(UNSAID_LIFE);
    }

    /** Whether the sign-in host answers, and knows the tenant; a custom one may have nothing at this address. */
    Optional<Failure> reach(String tenant) {
        HttpUrl address = HttpUrl.get(login)
                .newBuilder()
                .addPathSegment(tenant)
                .addPathSegments("v2.0/.well-known/openid-configuration")
                .build();
        GraphAnswer answer = exchange.send(new Request.Builder().url(address).build());
        boolean good = answer.isOk() && answer.json().isObject();
        boolean without = answer.status() == 404 && !answer.json().has("error");
        return good || without ? Optional.empty() : Optional.of(failure(answer, answer.json()));
    }

    private Request toNative(HttpRequest request) {
        Request.Builder builder = new Request.Builder().url(address(request));
        if (request.headers() != null) {
            request.headers().forEach(builder::header);
        }
        if (request.httpMethod() == HttpMethod.POST) {
            builder.post(RequestBody.create(request.body().getBytes(StandardCharsets.UTF_8), FORM));
        }
        return builder.build();
    }

    /** msal4j knows https only; a loopback service without TLS gets its own scheme back here. */
    private HttpUrl address(HttpRequest request) {
        HttpUrl asked = HttpUrl.get(request.url());
        HttpUrl allowed = HttpUrl.get(login);
        if (asked == null
                || allowed == null
                || !asked.host().equals(allowed.host())
                || asked.port() != allowed.port()) {
            throw ExchangeError.LOGIN_UNREACHABLE.exception("Refused to sign in at a host that isn't configured");
        }
        return asked.newBuilder().scheme(allowed.scheme()).port(allowed.port()).build();
    }

    private Failure failure(GraphAnswer answer, Json body) {
        ExchangeError error = answer.status() == 429
                ? ExchangeError.LOGIN_THROTTLED
                : answer.status() >= 500
                        ? ExchangeError.LOGIN_UNAVAILABLE
                        : body.text("error").map(this::refusal).orElse(ExchangeError.LOGIN_UNREADABLE);
        Failure failure = error.failure(detail(answer, body));
        return answer.retryAfter(clock).map(failure::retryAfter).orElse(failure);
    }

    /** By the OAuth error only: the AADSTS numbers in the description are for people, Microsoft says. */
    private ExchangeError refusal(String error) {
        return switch (error) {
            case "invalid_client" -> refused;
            case "unauthorized_client" -> ExchangeError.APP_REFUSED;
            case "invalid_request", "invalid_tenant" -> ExchangeError.TENANT_UNKNOWN;
            case "invalid_scope", "invalid_resource" -> ExchangeError.RESOURCE_UNKNOWN;
            case "temporarily_unavailable", "server_error" -> ExchangeError.LOGIN_UNAVAILABLE;
            default -> ExchangeError.LOGIN_REFUSED;
        };
    }

    private static String detail(GraphAnswer answer, Json body) {
        Map<String, String> said = new TreeMap<>();
        body.text("error").ifPresent(error -> said.put("error", error));
        body.text("error_description").ifPresent(text -> said.put("description", text));
        return "Entra ID answered " + answer.status() + (said.isEmpty() ? "" : " " + said);
    }
}
