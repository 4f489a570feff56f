package org.photobridge.exchange;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;
import org.photobridge.spi.Permit;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderException;

/**
 * The only door to Graph. The SDK makes the requests; sending, signing in and reading the answers is done here.
 *
 * <p>A token is put on a request at the last moment, when its final address is known to be the configured host's.
 */
final class GraphGateway {
    /** A page of 999 people with all their licences has about 10 MB. */
    private static final int MOST_JSON_BYTES = 32 << 20;
    /** Microsoft takes pictures of up to 4 MB; older rules said 8. */
    static final int MOST_PHOTO_BYTES = 8 << 20;

    private static final System.Logger LOG = System.getLogger(GraphGateway.class.getName());
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Pattern CLAIMS = Pattern.compile("claims=\"([^\"]+)\"");

    private final URI graph;
    private final EntraTokens tokens;
    private final ExchangeLimits limits;
    private final ProviderContext context;
    private final OkHttpClient client;
    private final HttpExchange documents;
    private final HttpExchange photos;
    private final BaseGraphRequestAdapter adapter;
    private final GraphServiceClient requests;

    GraphGateway(
            ExchangeSettings settings,
            EntraTokens tokens,
            ExchangeLimits limits,
            ProviderContext context,
            OkHttpClient plain) {
        this.graph = settings.graph();
        this.tokens = tokens;
        this.limits = limits;
        this.context = context;
        this.client = HttpClients.graph(plain);
        this.documents = new HttpExchange(client, HttpExchange.Errors.OF_GRAPH, MOST_JSON_BYTES);
        this.photos = new HttpExchange(client, HttpExchange.Errors.OF_PHOTOS, MOST_PHOTO_BYTES);
        this.adapter = new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(), root(), client);
        this.requests = new GraphServiceClient(adapter);
    }

    /** Makes requests; sends none. */
    GraphServiceClient requests() {
        return requests;
    }

    Clock clock() {
        return context.clock();
    }

    /** Asks for a JSON document; any status is an answer. */
    GraphAnswer get(RequestInformation request, Cost cost, CallContext call) {
        return exchange(documents, prepared(request), cost, call);
    }

    /** Asks for a picture; any status is an answer. */
    GraphAnswer picture(RequestInformation request, Cost cost, CallContext call) {
        return exchange(photos, prepared(request), cost, call);
    }

    /** Asks for a document that must be there. */
    Json document(RequestInformation request, Subject subject, Cost cost, CallContext call) {
        GraphAnswer answer = get(request, cost, call);
        if (answer.isOk() && answer.json().isObject()) {
            return answer.json();
        }
        throw GraphRefusal.of(answer).exception(subject, clock());
    }

    /**
     * Asks up to twenty questions at once.
     *
     * @return the answers by the questions' names, any status; a name is missing if Graph left it out
     * @throws ProviderException if the batch as a whole got no answer
     */
    Map<String, GraphAnswer> batch(
            Map<String, RequestInformation> questions, Subject subject, Cost cost, CallContext call) {
        Map<String, GraphAnswer> answers = new LinkedHashMap<>(sendBatch(questions, subject, cost, call));
        Map<String, RequestInformation> unauthorized = new LinkedHashMap<>(questions);
        unauthorized
                .keySet()
                .removeIf(id -> !answers.containsKey(id) || answers.get(id).status() != 401);
        if (!unauthorized.isEmpty()) {
            Optional<String> claims = unauthorized.keySet().stream()
                    .flatMap(id -> claims(answers.get(id)).stream())
                    .findFirst();
            tokens.last().ifPresent(token -> tokens.insteadOf(token, claims));
            answers.putAll(sendBatch(unauthorized, subject, cost, call));
        }
        answers.values().forEach(answer -> limits.observe(answer, cost, call));
        return answers;
    }

    private Map<String, GraphAnswer> sendBatch(
            Map<String, RequestInformation> questions, Subject subject, Cost cost, CallContext call) {
        RequestInformation request = new RequestInformation();
        request.httpMethod = HttpMethod.POST;
        request.setUri(URI.create(root() + "/$batch"));
        byte[] body = GraphBatch.body(questions, root());
        request.setStreamContent(new ByteArrayInputStream(body), JSON.toString());
        Request post = prepared(request)
                .newBuilder()
                .post(RequestBody.create(body, JSON))
                .build();
        GraphAnswer answer = exchange(documents, post, cost, call);
        return GraphBatch.answers(answer)
                .orElseThrow(() -> GraphRefusal.of(answer).exception(subject, clock()));
    }

    /** Refuses an address that isn't Graph's, before anything is sent there. */
    String ownLink(String link) {
        HttpUrl address = HttpUrl.parse(link);
        if (address == null || !isGraph(address)) {
            throw ExchangeError.FOREIGN_LINK.exception("Refused a link that leads away from " + graph.getHost());
        }
        return link;
    }

    void close() {
        HttpClients.close(client);
    }

    /** Renewing a token once after a 401 is part of the call; nothing else is repeated. */
    @SuppressWarnings("try") // a permit is held, not used
    private GraphAnswer exchange(HttpExchange exchange, Request request, Cost cost, CallContext call) {
        try (Permit permit = call.acquire(cost)) {
            AccessToken token = tokens.current();
            GraphAnswer answer = exchange.send(authorized(request, token, call));
            if (answer.status() == 401) {
                AccessToken renewed = tokens.insteadOf(token, claims(answer));
                answer = exchange.send(authorized(request, renewed, call));
            }
            limits.observe(answer, cost, call);
            return answer;
        }
    }

    private Request prepared(RequestInformation request) {
        return adapter.convertToNativeRequest(request);
    }

    private Request authorized(Request request, AccessToken token, CallContext call) {
        if (!isGraph(request.url())) {
            throw ExchangeError.FOREIGN_LINK.exception("Refused to send a token away from " + graph.getHost());
        }
        String id = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.DEBUG, "{0}: client-request-id {1}", call.callId(), id);
        return request.newBuilder()
                .header("Authorization", "Bearer " + token.value())
                .header("client-request-id", id)
                .header("User-Agent", context.userAgent())
                .build();
    }

    private boolean isGraph(HttpUrl address) {
        HttpUrl own = HttpUrl.get(graph.toString());
        return address.scheme().equals(own.scheme())
                && address.host().equals(own.host())
                && address.port() == own.port()
                && address.encodedPath().startsWith("/v1.0/");
    }

    /** What a continuous-access refusal wants the next token to show. */
    private static Optional<String> claims(GraphAnswer answer) {
        Matcher matcher = CLAIMS.matcher(answer.header("WWW-Authenticate").orElse(""));
        return matcher.find() ? decoded(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> decoded(String claims) {
        try {
            String text = new String(Base64.getMimeDecoder().decode(claims), StandardCharsets.UTF_8);
            return Optional.of(text).filter(json -> Json.parse(json).isObject());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String root() {
        return graph + "/v1.0";
    }
}
