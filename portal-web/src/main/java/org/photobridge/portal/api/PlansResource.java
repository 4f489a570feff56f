package org.photobridge.portal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.photobridge.portal.plan.Plan;

/** The sync plans, so that a script can name one. */
@Path("plans")
@Produces(MediaType.APPLICATION_JSON)
public class PlansResource {

    /** A sync plan. */
    public record PlanView(long id, String name, boolean enabled, boolean trial, Optional<Instant> nextRun) {}

    /** All sync plans. */
    public record PlanList(List<PlanView> items) {}

    @Inject
    private ApiPlans plans;

    @Inject
    private Clock clock;

    @GET
    public PlanList list() {
        return new PlanList(plans.all().stream().map(this::view).toList());
    }

    private PlanView view(Plan plan) {
        Optional<Instant> next = plan.runsByItself()
                ? plan.schedule().map(schedule -> schedule.nextAfter(clock.instant()))
                : Optional.empty();
        return new PlanView(plan.id(), plan.name(), plan.enabled(), plan.trial(), next);
    }
}
