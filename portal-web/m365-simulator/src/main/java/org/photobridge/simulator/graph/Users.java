package org.photobridge.simulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.graph.Pages.View;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/** /users, /users/$count and /users/{id}. */
final class Users {
    private final Tenant tenant;
    private final Pages pages;

    Users(Tenant tenant, Pages pages) {
        this.tenant = tenant;
        this.pages = pages;
    }

    SimResponse list(SimRequest request, Caller caller) {
        caller.mustReadUsers();
        CollectionQuery query = new CollectionQuery(request, EntityType.USER);
        return pages.page(request, query, all(), new View("users", false, false));
    }

    /** Documented: works with the header alone. */
    SimResponse count(SimRequest request, Caller caller) {
        caller.mustReadUsers();
        if (!request.hasHeader("ConsistencyLevel", "eventual")) {
            throw GraphException.badRequest("$count is not currently supported.");
        }
        CollectionQuery query = new CollectionQuery(
                request.item("GET", counted(request), request.headers(), request.body()), EntityType.USER);
        return SimResponse.text(
                200, String.valueOf(all().stream().filter(query.condition()).count()));
    }

    SimResponse one(SimRequest request, Caller caller, String idOrName) {
        caller.mustReadUsers();
        Person person = person(idOrName);
        CollectionQuery query = new CollectionQuery(request, EntityType.USER);
        ObjectNode user =
                Pages.shown(new UserEntity(person), query.selected(), new View("users/$entity", false, false));
        user.put("@odata.context", request.baseUrl() + "/v1.0/$metadata#users/$entity");
        return SimResponse.json(200, user);
    }

    Person person(String idOrName) {
        return tenant.find(idOrName).orElseThrow(() -> GraphException.notFound(idOrName));
    }

    private Listing all() {
        return new Listing(tenant.size(), index -> new UserEntity(tenant.person(index)));
    }

    private static String counted(SimRequest request) {
        String query = request.rawQuery();
        return request.rawPath() + "?" + (query.isEmpty() ? "" : query + "&") + "$count=true";
    }
}
