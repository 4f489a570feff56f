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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.portal.job.ApprovalService;
import org.photobridge.portal.job.OutcomeFilter;
import org.photobridge.portal.job.OutcomeRow;
import org.photobridge.portal.job.RunFilter;
import org.photobridge.portal.job.RunRow;
import org.photobridge.portal.job.RunService;
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

    @Inject
    private RunService runs;

    @Inject
    private ApprovalService approvals;

    @GET
    public RunList list(
            @QueryParam("plan") Long plan,
            @QueryParam("kind") List<String> kinds,
            @QueryParam("state") List<String> states,
            @QueryParam("first") @DefaultValue("0") int first,
            @QueryParam("size") @DefaultValue("50") int size) {
        RunFilter filter = new RunFilter(Optional.ofNullable(plan), upper(kinds), upper(states), false);
        List<RunView> items = runs.find(filter, Paging.first(first), Paging.size(size)).stream()
                .map(RunView::of)
                .toList();
        return new RunList(runs.count(filter), items);
    }

    @GET
    @Path("{id}")
    public RunView one(@PathParam("id") long id) {
        return RunView.of(run(id));
    }

    @GET
    @Path("{id}/outcomes")
    public OutcomeList outcomes(
            @PathParam("id") long id,
            @QueryParam("outcome") @DefaultValue("") String outcome,
            @QueryParam("reason") @DefaultValue("") String reason,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("size") @DefaultValue("200") int size) {
        run(id);
        int most = Paging.size(size);
        List<OutcomeRow> rows =
                runs.outcomesAfter(id, new OutcomeFilter(outcome.toUpperCase(Locale.ROOT), reason, ""), after, most);
        Optional<String> next = rows.size() < most
                ? Optional.empty()
                : Optional.of(rows.get(rows.size() - 1).accountId());
        return new OutcomeList(rows.stream().map(OutcomeView::of).toList(), next);
    }

    @POST
    @Path("{id}/cancel")
    public RunView cancel(@PathParam("id") long id) {
        Access.require(Role.OPERATOR);
        run(id);
        runs.cancel(id);
        return RunView.of(run(id));
    }

    /** Lets a run do what it is held for; the reason goes into the audit. */
    @POST
    @Path("{id}/approve")
    public RunView approve(@PathParam("id") long id, @QueryParam("reason") @DefaultValue("") String reason) {
        Access.require(Role.ADMIN);
        run(id);
        approvals.approve(id, reason);
        return RunView.of(run(id));
    }

    /** Ends a run that is held; the reason is required. */
    @POST
    @Path("{id}/reject")
    public RunView reject(@PathParam("id") long id, @QueryParam("reason") @DefaultValue("") String reason) {
        Access.require(Role.ADMIN);
        run(id);
        approvals.reject(id, reason);
        return RunView.of(run(id));
    }

    private RunRow run(long id) {
        return runs.find(id).orElseThrow(() -> new NotFoundException("There is no run " + id + "."));
    }

    private static Set<String> upper(List<String> words) {
        return words.stream().map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
