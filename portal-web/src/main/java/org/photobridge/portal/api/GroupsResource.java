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
import java.util.List;
import java.util.Locale;
import org.photobridge.portal.account.GroupService;
import org.photobridge.portal.plan.Plan;
import org.photobridge.spi.Group;

/** The source's groups, asked live. */
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
public class GroupsResource {

    /** One group. */
    public record GroupItem(String id, String name, String description, String kind, boolean membersVisible) {}

    /** Groups; {@code complete} is false if the directory has more: search for part of a name. */
    public record GroupItems(boolean complete, List<GroupItem> items) {}

    /** A group's members, nested ones included. */
    public record MemberList(boolean complete, List<PeopleResource.PersonItem> items) {}

    @Inject
    private ApiPlans plans;

    @Inject
    private GroupService groups;

    @GET
    public GroupItems list(@QueryParam("plan") String plan, @QueryParam("text") @DefaultValue("") String text) {
        GroupService.GroupList found = groups.find(plans.named(plan), text);
        return new GroupItems(
                found.complete(),
                found.groups().stream().map(GroupsResource::item).toList());
    }

    @GET
    @Path("{id}/members")
    public MemberList members(@QueryParam("plan") String plan, @PathParam("id") String id) {
        Plan meant = plans.named(plan);
        if (groups.group(meant, id).isEmpty()) {
            throw new NotFoundException("There is no such group.");
        }
        GroupService.Members found = groups.members(meant, id);
        return new MemberList(
                found.complete(),
                found.rows().stream().map(PeopleResource::item).toList());
    }

    private static GroupItem item(Group group) {
        return new GroupItem(
                group.id(),
                group.name(),
                group.description(),
                group.kind().get(Locale.ENGLISH),
                group.membersVisible());
    }
}
