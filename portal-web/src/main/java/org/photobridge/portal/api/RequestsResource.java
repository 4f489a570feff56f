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
import java.util.List;
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

    private static final int LONGEST_NAME = 400;

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
        RunKind kind = Given.word("kind", body.kind(), RunKind.class);
        Scope scope = scope(body.scope());
        String reason = Given.text("reason", body.reason(), RunsResource.LONGEST_REASON);
        String plan = Given.text("plan", body.plan(), LONGEST_NAME);
        Asking asking = Asking.of(plans.named(plan).id(), kind, scope);
        Asking because = body.replaceAnyway() ? asking.replacingAnyway(reason) : asking.because(reason);
        return body.follows() == null ? because : because.following(body.follows());
    }

    static Scope scope(ScopeBody body) {
        if (body == null) {
            throw new IllegalArgumentException("'scope' is missing.");
        }
        ScopeKind kind = Given.word("scope.kind", body.kind(), ScopeKind.class);
        List<String> ids = ids(body.ids() == null ? List.of() : body.ids());
        String label =
                body.label() == null ? String.join(", ", ids) : Given.text("scope.label", body.label(), LONGEST_NAME);
        try {
            return new Scope(kind, ids, label);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'scope.ids': " + e.getMessage() + ".", e);
        }
    }

    /** Null or nothing names nobody: a script that couldn't fill in an id should hear of it. */
    private static List<String> ids(List<String> given) {
        for (int place = 0; place < given.size(); place++) {
            String name = "scope.ids[" + place + "]";
            if (Given.text(name, given.get(place), LONGEST_NAME).isBlank()) {
                throw new IllegalArgumentException("'" + name + "' is empty.");
            }
        }
        return given;
    }
}
