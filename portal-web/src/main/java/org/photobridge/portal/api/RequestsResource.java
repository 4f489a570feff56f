package org.photobridge.portal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.job.Asking;
import org.photobridge.portal.job.RequestService;
import org.photobridge.portal.job.Scope;
import org.photobridge.portal.job.ScopeKind;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Asks for runs. */
@Path("requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RequestsResource {

    /** Whom a request is about: {@code account}, {@code list}, {@code group} or {@code all}. */
    public record ScopeBody(String kind, List<String> ids, String label) {}

    /**
     * What is asked for.
     *
     * @param plan a plan's id or name; may be left out if there is only one
     * @param kind {@code sync}, {@code preview}, {@code check} or {@code undo}
     * @param replaceAnyway overrides the plan's rules for up to 20 people, and for one alone also the rule that leaves a
     *     picture which was removed in the source; needs a reason
     * @param follows the preview that approves this request, or the run to undo
     */
    public record RequestBody(
            String plan, String kind, ScopeBody scope, boolean replaceAnyway, String reason, Long follows) {}

    /** The run that executes the request; {@code isNew} is false if an equal request was waiting already. */
    public record Accepted(long runId, boolean isNew) {}

    @Inject
    private ApiPlans plans;

    @Inject
    private RequestService requests;

    @POST
    public Response submit(InputStream json, @Context UriInfo here) throws IOException {
        Access.require(Role.OPERATOR);
        RequestBody body = ApiJson.read(json, RequestBody.class);
        if (body == null) {
            throw new IllegalArgumentException("Send a JSON object with kind and scope.");
        }
        RequestService.Submitted done = requests.submit(asking(body));
        return Response.accepted(new Accepted(done.runId(), done.isNew()))
                .location(here.getBaseUriBuilder()
                        .path("runs")
                        .path(Long.toString(done.runId()))
                        .build())
                .build();
    }

    private Asking asking(RequestBody body) {
        RunKind kind = word("kind", body.kind(), RunKind.class);
        String reason = body.reason() == null ? "" : body.reason();
        Asking asking = Asking.of(plans.named(body.plan()).id(), kind, scope(body.scope()));
        Asking because = body.replaceAnyway() ? asking.replacingAnyway(reason) : asking.because(reason);
        return body.follows() == null ? because : because.following(body.follows());
    }

    private static Scope scope(ScopeBody body) {
        if (body == null) {
            throw new IllegalArgumentException("'scope' is missing.");
        }
        List<String> ids = body.ids() == null ? List.of() : List.copyOf(body.ids());
        String label = body.label() == null ? String.join(", ", ids) : body.label();
        return new Scope(word("scope.kind", body.kind(), ScopeKind.class), ids, label);
    }

    private static <E extends Enum<E>> E word(String field, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + field + "' is one of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT) + "."));
    }
}
