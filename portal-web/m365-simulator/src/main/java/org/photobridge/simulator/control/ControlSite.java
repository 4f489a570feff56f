package org.photobridge.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.graph.GraphSwitches;
import org.photobridge.simulator.http.Faults;
import org.photobridge.simulator.http.RequestLog;
import org.photobridge.simulator.http.SimClock;
import org.photobridge.simulator.http.SimHandler;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.sharepoint.SharePointState;
import org.photobridge.simulator.throttle.Throttle;

/** The control port; {@code GET /control/} says what it can do. */
public final class ControlSite implements SimHandler {
    private final PeopleControl people;
    private final GraphControl graph;
    private final SharePointControl sharePoint;
    private final AppControl apps;
    private final FaultControl faults;
    private final ThrottleControl throttle;
    private final RequestControl requests;
    private final SimClock clock;

    /** What can be controlled apart from the tenant. */
    public record Levers(
            GraphSwitches graph,
            SharePointState sharePoint,
            Faults faults,
            Throttle throttle,
            RequestLog log,
            SimClock clock) {}

    public ControlSite(Tenant tenant, Levers levers) {
        this.people = new PeopleControl(tenant, levers.sharePoint());
        this.graph = new GraphControl(levers.graph());
        this.sharePoint = new SharePointControl(levers.sharePoint());
        this.apps = new AppControl(tenant, levers.clock());
        this.faults = new FaultControl(levers.faults());
        this.throttle = new ThrottleControl(levers.throttle());
        this.requests = new RequestControl(levers.log());
        this.clock = levers.clock();
    }

    @Override
    public SimResponse handle(SimRequest request) {
        try {
            // A web page in the browser of whoever runs this has no business here.
            if (request.header("Origin").isPresent()) {
                throw new ControlException(403, "Not for web pages");
            }
            return answer(ControlCall.of(request));
        } catch (ControlException e) {
            ObjectNode body = ControlCall.JSON.createObjectNode().put("error", e.getMessage());
            return SimResponse.json(e.status(), body);
        }
    }

    private SimResponse answer(ControlCall call) {
        if (call.is("GET")) {
            return SimResponse.text(200, help());
        }
        return people.answer(call)
                .or(() -> graph.answer(call))
                .or(() -> sharePoint.answer(call))
                .or(() -> apps.answer(call))
                .or(() -> faults.answer(call))
                .or(() -> throttle.answer(call))
                .or(() -> requests.answer(call))
                .or(() -> time(call))
                .orElseThrow(() -> new ControlException(404, "No such thing: GET /control/ says what there is"));
    }

    private Optional<SimResponse> time(ControlCall call) {
        if (call.is("POST", "clock", "advance")) {
            try {
                clock.advance(Duration.parse(call.parameter("by").orElse("")));
            } catch (DateTimeParseException e) {
                throw new ControlException(400, "by is a duration such as PT24H");
            }
        } else if (!call.is("GET", "clock")) {
            return Optional.empty();
        }
        ObjectNode node = ControlCall.JSON.createObjectNode();
        return Optional.of(SimResponse.json(200, node.put("now", clock.instant().toString())));
    }

    private static String help() {
        try (InputStream in = ControlSite.class.getResourceAsStream("/control/help.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
