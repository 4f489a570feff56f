package org.photobridge.sharepoint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.ProviderException;

/**
 * Sends requests to the tenant's three hosts, each with its own token. Renews a refused token once; doesn't wait and
 * doesn't try again beyond that.
 */
final class SharePointHosts {
    /** Microsoft's form for traffic that names itself; it is served before traffic that doesn't. */
    static final String USER_AGENT = "NONISV|Photobridge|Photobridge/1.0";

    private final Transport transport;
    private final SiteTokens tokens;
    private final Sites sites;
    private final Clock clock;

    SharePointHosts(Transport transport, SiteTokens tokens, Sites sites, Clock clock) {
        this.transport = transport;
        this.tokens = tokens;
        this.sites = sites;
        this.clock = clock;
    }

    /** Signs in where there is no token yet, so that later requests can't fail of that. */
    AccessToken signIn(Site site) {
        return tokens.token(site);
    }

    /**
     * Sends a request.
     *
     * @return a successful answer
     * @throws ProviderException for any other answer, or none
     */
    ServiceAnswer send(ServiceRequest request, CallContext call) {
        return successful(answer(request, call));
    }

    /** As {@link #send}, with empty for what SharePoint says isn't there. */
    Optional<ServiceAnswer> find(ServiceRequest request, CallContext call) {
        return found(answer(request, call));
    }

    /** Sends several requests at once and waits for all answers, in order; empty for what isn't there. */
    List<Optional<ServiceAnswer>> findAll(List<ServiceRequest> requests, CallContext call) {
        return answers(requests, call).stream().map(this::found).toList();
    }

    /** Sends several requests at once; waits for all answers before it complains of one. */
    List<ServiceAnswer> sendAll(List<ServiceRequest> requests, CallContext call) {
        return answers(requests, call).stream().map(this::successful).toList();
    }

    private List<ServiceAnswer> answers(List<ServiceRequest> requests, CallContext call) {
        List<Started> started = requests.stream().map(this::start).toList();
        List<Outcome> outcomes = started.stream().map(this::outcome).toList();
        return outcomes.stream().map(outcome -> renewed(outcome, call)).toList();
    }

    private ServiceAnswer answer(ServiceRequest request, CallContext call) {
        return renewed(outcome(start(request)), call);
    }

    private record Started(ServiceRequest request, AccessToken token, CompletableFuture<HttpResponse<byte[]>> answer) {}

    /** Either an answer or the reason why there is none. */
    private record Outcome(Started started, Optional<ServiceAnswer> answer, Optional<ProviderException> problem) {}

    private Started start(ServiceRequest request) {
        AccessToken token = tokens.token(request.site());
        return new Started(request, token, transport.start(message(request, token)));
    }

    private Outcome outcome(Started started) {
        try {
            HttpResponse<byte[]> answer = transport.await(started.answer);
            Site site = started.request.site();
            return new Outcome(
                    started,
                    Optional.of(new ServiceAnswer(site, answer.statusCode(), answer.headers(), answer.body())),
                    Optional.empty());
        } catch (IOException e) {
            return new Outcome(started, Optional.empty(), Optional.of(unreachable(started.request.site(), e)));
        }
    }

    /** The one repetition that is ours: a token may have been revoked before its time. */
    private ServiceAnswer renewed(Outcome outcome, CallContext call) {
        ServiceAnswer answer = required(outcome, call);
        if (answer.status() != 401) {
            return answer;
        }
        tokens.refused(answer.site(), outcome.started.token);
        return required(outcome(start(outcome.started.request)), call);
    }

    private ServiceAnswer required(Outcome outcome, CallContext call) {
        if (outcome.problem.isPresent()) {
            throw outcome.problem.get();
        }
        ServiceAnswer answer = outcome.answer.orElseThrow();
        Pace.observe(answer, call, clock);
        return answer;
    }

    private ServiceAnswer successful(ServiceAnswer answer) {
        if (!answer.isSuccess()) {
            throw new ProviderException(Refusals.failure(answer, clock));
        }
        return answer;
    }

    private Optional<ServiceAnswer> found(ServiceAnswer answer) {
        return Refusals.isMissing(answer) ? Optional.empty() : Optional.of(successful(answer));
    }

    private ProviderException unreachable(Site site, IOException cause) {
        Problem problem = Transport.isOfTls(cause) ? Problem.TLS : Problem.UNREACHABLE;
        return new ProviderException(problem.failure(sites.of(site) + ": " + cause), cause);
    }

    /** The address is made from the configured host and a path, so a token can't go anywhere else. */
    private HttpRequest message(ServiceRequest request, AccessToken token) {
        HttpRequest.Builder message = HttpRequest.newBuilder(URI.create(sites.of(request.site()) + request.path()))
                .header("Authorization", "Bearer " + token.value())
                .header("Accept", request.path().startsWith("/_layouts/") ? "*/*" : "application/json;odata=nometadata")
                .header("User-Agent", USER_AGENT);
        request.content().ifPresent(content -> message.header("Content-Type", content.mediaType()));
        if (request.isDeletion()) {
            return message.header("X-HTTP-Method", "DELETE")
                    .header("If-Match", "*")
                    .POST(BodyPublishers.noBody())
                    .build();
        }
        byte[] bytes = request.content().map(ServiceRequest.Content::bytes).orElse(new byte[0]);
        return message.method(
                        request.method(),
                        request.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes))
                .build();
    }
}
