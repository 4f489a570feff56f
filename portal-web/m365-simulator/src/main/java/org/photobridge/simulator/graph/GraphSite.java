package org.photobridge.simulator.graph;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.entra.AccessTokens;
import org.photobridge.simulator.http.SimHandler;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/** Microsoft Graph v1.0 at the root of its host. */
public final class GraphSite implements SimHandler {
    private final AccessTokens tokens;
    private final GraphSwitches switches;
    private final GraphErrors errors;
    private final Users users;
    private final GroupMembers groups;
    private final Photos photos;
    private final Batch batch;

    /** @param piping what lies between the wire and a request, for the items of a batch too: log, faults, throttle */
    public GraphSite(
            Tenant tenant, AccessTokens tokens, GraphSwitches switches, Clock clock, UnaryOperator<SimHandler> piping) {
        Pages pages = new Pages(new PageTokens(clock));
        this.tokens = tokens;
        this.switches = switches;
        this.errors = new GraphErrors(clock);
        this.users = new Users(tenant, pages);
        this.groups = new GroupMembers(tenant, pages);
        this.photos = new Photos(tenant, switches);
        this.batch = new Batch(piping.apply(this::answered));
    }

    @Override
    public SimResponse handle(SimRequest request) {
        return answered(request);
    }

    private SimResponse answered(SimRequest request) {
        SimResponse response;
        try {
            response = routed(request);
        } catch (GraphException e) {
            response = errors.answer(request, e);
        }
        return GraphErrors.common(request, response);
    }

    private SimResponse routed(SimRequest request) {
        if (!request.rawPath().startsWith("/v1.0/")) {
            throw new GraphException(400, "BadRequest", "Invalid version: only v1.0 is simulated.");
        }
        Caller caller = Caller.of(request, tokens, switches);
        GraphPath path = GraphPath.of(request.rawPath());
        if (path.is(0, "$batch") && !request.batchItem()) {
            return batch.answer(request);
        }
        if (path.is(0, "users")) {
            return ofUsers(request, caller, path);
        }
        if (path.is(0, "groups")) {
            return ofGroups(request, caller, path);
        }
        throw segmentUnknown(path.at(0));
    }

    private SimResponse ofUsers(SimRequest request, Caller caller, GraphPath path) {
        if (path.is(2, "photo") || path.is(2, "photos")) {
            return ofPhoto(request, caller, path);
        }
        mustBe(request, "GET");
        if (path.length() == 1) {
            return users.list(request, caller);
        }
        if (path.length() == 2) {
            return path.is(1, "$count") ? users.count(request, caller) : users.one(request, caller, path.at(1));
        }
        throw segmentUnknown(path.at(2));
    }

    private SimResponse ofPhoto(SimRequest request, Caller caller, GraphPath path) {
        Person person = users.person(path.at(1));
        boolean sized = path.is(2, "photos") && path.length() > 3;
        boolean value = path.is(path.length() - 1, "$value");
        Optional<String> size = sized ? Optional.of(path.at(3)) : Optional.empty();
        int expected = 3 + (sized ? 1 : 0) + (value ? 1 : 0);
        if (path.length() != expected) {
            throw segmentUnknown(path.at(path.length() - 1));
        }
        return switch (request.method()) {
            case "GET" -> read(request, caller, person, size, value || path.is(2, "photo") || sized, value);
            case "PUT", "PATCH" -> photos.write(request, caller, person);
            case "DELETE" -> photos.delete(caller, person);
            default -> throw methodUnknown();
        };
    }

    private SimResponse read(
            SimRequest request, Caller caller, Person person, Optional<String> size, boolean one, boolean value) {
        if (value) {
            return photos.content(request, caller, person, size);
        }
        return one ? photos.metadata(request, caller, person, size) : photos.list(request, caller, person);
    }

    private SimResponse ofGroups(SimRequest request, Caller caller, GraphPath path) {
        mustBe(request, "GET");
        boolean transitive = path.is(2, "transitiveMembers");
        if (path.length() <= 2) {
            return path.length() == 1 ? groups.list(request, caller) : groups.one(request, caller, path.at(1));
        }
        if ((transitive || path.is(2, "members")) && path.length() <= 4) {
            return groups.members(request, caller, path.at(1), transitive, path.at(3));
        }
        throw segmentUnknown(path.at(2));
    }

    private static void mustBe(SimRequest request, String method) {
        if (!request.method().equals(method)) {
            throw methodUnknown();
        }
    }

    private static GraphException methodUnknown() {
        return new GraphException(
                405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
    }

    private static GraphException segmentUnknown(String segment) {
        return new GraphException(400, "BadRequest", "Resource not found for the segment '" + segment + "'.");
    }
}
