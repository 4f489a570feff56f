package org.photobridge.portal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.photobridge.portal.account.PeopleFilter;
import org.photobridge.portal.account.PeopleService;
import org.photobridge.portal.account.PersonRow;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.plan.Plan;

/** People as last listed, with what is known of their pictures. */
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

    /** One person. */
    public record PersonItem(
            String id,
            String displayName,
            String userPrincipalName,
            String email,
            String department,
            String condition,
            String outcome,
            String reason,
            Optional<Instant> lastCheckedAt,
            Optional<Instant> lastWrittenAt) {}

    /** One page of people; {@code total} counts all that the filter lets through. */
    public record PersonList(long total, List<PersonItem> items) {}

    @Inject
    private ApiPlans plans;

    @Inject
    private PeopleService people;

    @GET
    public PersonList list(
            @QueryParam("plan") String plan,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("condition") List<String> conditions,
            @QueryParam("department") @DefaultValue("") String department,
            @QueryParam("first") String first,
            @QueryParam("size") String size) {
        Plan meant = plans.named(plan);
        PeopleFilter filter = new PeopleFilter(text, Given.words("condition", conditions, Condition.class), department);
        List<PersonItem> items = people.find(meant, filter, Given.first(first), Given.size(size, 100)).stream()
                .map(PeopleResource::item)
                .toList();
        if (Export.isOne(items.size())) {
            people.exporting(meant, filter, "REST from " + Given.first(first));
        }
        return new PersonList(people.count(meant, filter), items);
    }

    @GET
    @Path("{id}")
    public PersonItem one(@QueryParam("plan") String plan, @PathParam("id") String id) {
        return people.row(plans.named(plan), id)
                .map(PeopleResource::item)
                .orElseThrow(() -> new NotFoundException("Nobody with this id was listed yet."));
    }

    static PersonItem item(PersonRow row) {
        return new PersonItem(
                row.accountId(),
                row.displayName(),
                row.userPrincipalName(),
                row.email(),
                row.department(),
                row.condition(),
                row.outcome(),
                row.reasonCode(),
                row.lastCheckedAt(),
                row.lastWrittenAt());
    }
}
