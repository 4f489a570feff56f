package org.photobridge.simulator.graph;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.photobridge.simulator.directory.Group;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.graph.Pages.View;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/** /groups, /groups/{id} and their members, direct or all the way down. */
final class GroupMembers {
    private final Tenant tenant;
    private final Pages pages;

    GroupMembers(Tenant tenant, Pages pages) {
        this.tenant = tenant;
        this.pages = pages;
    }

    SimResponse list(SimRequest request, Caller caller) {
        caller.mustReadGroups();
        CollectionQuery query = new CollectionQuery(request, EntityType.GROUP);
        Listing all = Listing.of(groups(tenant.groups()));
        return pages.page(request, query, all, new View("groups", false, false));
    }

    SimResponse one(SimRequest request, Caller caller, String id) {
        caller.mustReadGroups();
        Group group = group(id);
        CollectionQuery query = new CollectionQuery(request, EntityType.GROUP);
        var shown = Pages.shown(new GroupEntity(group), query.selected(), new View("groups/$entity", false, false));
        shown.put("@odata.context", request.baseUrl() + "/v1.0/$metadata#groups/$entity");
        return SimResponse.json(200, shown);
    }

    /** @param cast the last segment, such as microsoft.graph.user or graph.group; empty for members of all types */
    SimResponse members(SimRequest request, Caller caller, String id, boolean transitive, String cast) {
        caller.mustReadGroups();
        Group group = group(id);
        String wanted = cast.toLowerCase(Locale.ROOT).replaceFirst("^(microsoft\\.)?graph\\.", "");
        // Documented: a cast is an advanced query.
        if (!cast.isEmpty() && !request.hasHeader("ConsistencyLevel", "eventual")) {
            throw GraphException.unsupported("The OData cast of a member collection needs the header "
                    + "'ConsistencyLevel: eventual' and the parameter $count=true.");
        }
        if (!cast.isEmpty() && !request.query().getOrDefault("$count", "").equalsIgnoreCase("true")) {
            throw GraphException.unsupported("The OData cast of a member collection needs the parameter $count=true.");
        }
        CollectionQuery query =
                new CollectionQuery(request, wanted.equals("group") ? EntityType.GROUP : EntityType.USER);
        boolean onlyIds = !caller.readsUsers() && !wanted.equals("group");
        View view = new View(wanted.isEmpty() ? "directoryObjects" : wanted + "s", true, onlyIds);
        return pages.page(request, query, members(group, caller, transitive, wanted), view);
    }

    private Listing members(Group group, Caller caller, boolean transitive, String wanted) {
        // Documented: without Member.Read.Hidden the members are absent, which is no error.
        if (group.hidden() && !caller.readsHiddenMembers()) {
            return Listing.of(List.of());
        }
        List<Entity> nested = groups(tenant.groupsIn(group, transitive));
        BitSet people = tenant.members(group, transitive);
        return switch (wanted) {
            case "user" -> Listing.of(List.of(), people, this::user);
            case "group" -> Listing.of(nested);
            case "" -> Listing.of(nested, people, this::user);
            case "device", "orgcontact", "serviceprincipal" -> Listing.of(List.of());
            default -> throw GraphException.badRequest("Unknown type in cast: microsoft.graph." + wanted);
        };
    }

    private Entity user(int index) {
        return new UserEntity(tenant.person(index));
    }

    private static List<Entity> groups(List<Group> groups) {
        return groups.stream().<Entity>map(GroupEntity::new).toList();
    }

    private Group group(String id) {
        return tenant.group(id).orElseThrow(() -> GraphException.notFound(id));
    }
}
