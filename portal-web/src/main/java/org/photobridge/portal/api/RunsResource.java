package org.photobridge.portal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.job.ApprovalService;
import org.photobridge.portal.job.OutcomeFilter;
import org.photobridge.portal.job.OutcomeRow;
import org.photobridge.portal.job.RunFilter;
import org.photobridge.portal.job.RunRow;
import org.photobridge.portal.job.RunService;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Runs: follow one, page through its outcomes, stop it. */
@Path("runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {

    /** One page of runs, the latest first. */
    public record RunList(long total, List<RunView> items) {}

    /** One page of outcomes; {@code next} goes into {@code after} for the next page, and is missing on the last one. */
    public record OutcomeList(List<OutcomeView> items, Optional<String> next) {}

    static final int LONGEST_REASON = 1000;

    @Inject
    private ApiPlans plans;

    @Inject
    private RunService runs;

    @Inject
    private ApprovalService approvals;

    @GET
    public RunList list(
            @QueryParam("plan") String plan,
            @QueryParam("kind") List<String> kinds,
            @QueryParam("state") List<String> states,
            @QueryParam("first") String first,
            @QueryParam("size") String size) {
        RunFilter filter = new RunFilter(
                plans.ifNamed(plan).map(Plan::id),
                Given.words("kind", kinds, RunKind.class),
                Given.words("state", states, RunState.class),
                false);
        List<RunView> items = runs.find(filter, Given.first(first), Given.size(size, 50)).stream()
                .map(RunView::of)
                .toList();
        return new RunList(runs.count(filter), items);
    }

    @GET
    @Path("{id}")
    public RunView one(@PathParam("id") String id) {
        return RunView.of(run(id));
    }

    @GET
    @Path("{id}/outcomes")
    public OutcomeList outcomes(
            @PathParam("id") String id,
            @QueryParam("outcome") String outcome,
            @QueryParam("reason") @DefaultValue("") String reason,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("size") String size) {
        int most = Given.size(size, 200);
        String name = Given.isNothing(outcome)
                ? ""
                : Given.word("outcome", outcome, OutcomeType.class).name();
        long run = run(id).id();
        OutcomeFilter filter = new OutcomeFilter(name, reason, "");
        List<OutcomeRow> rows = runs.outcomesAfter(run, filter, after, most + 1);
        if (Export.isOne(Math.min(rows.size(), most))) {
            runs.exporting(run, filter, "REST after " + after);
        }
        Optional<String> next =
                rows.size() > most ? Optional.of(rows.get(most - 1).accountId()) : Optional.empty();
        return new OutcomeList(rows.stream().limit(most).map(OutcomeView::of).toList(), next);
    }

    /** Stops a run; one that has ended is answered as it is. */
    @POST
    @Path("{id}/cancel")
    public RunView cancel(@PathParam("id") String id) {
        Access.require(Role.OPERATOR);
        runs.cancel(run(id).id());
        return RunView.of(run(id));
    }

    /** Lets a run do what it is held for; the reason goes into the audit. */
    @POST
    @Path("{id}/approve")
    public RunView approve(@PathParam("id") String id, @QueryParam("reason") String reason) {
        Access.require(Role.ADMIN);
        approvals.approve(run(id).id(), Given.text("reason", reason, LONGEST_REASON));
        return RunView.of(run(id));
    }

    /** Ends a run that is held; the reason is required. */
    @POST
    @Path("{id}/reject")
    public RunView reject(@PathParam("id") String id, @QueryParam("reason") String reason) {
        Access.require(Role.ADMIN);
        approvals.reject(run(id).id(), Given.text("reason", reason, LONGEST_REASON));
        return RunView.of(run(id));
    }

    /** What is no number is the id of no run. */
    private RunRow run(String id) {
        return Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> runs.find(Long.parseLong(text)))
                .orElseThrow(() -> new NotFoundException("There is no run " + id + "."));
    }
}
