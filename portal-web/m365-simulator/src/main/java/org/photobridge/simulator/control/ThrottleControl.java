package org.photobridge.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.throttle.Allowance;
import org.photobridge.simulator.throttle.GraphLimits;
import org.photobridge.simulator.throttle.SharePointLimits;
import org.photobridge.simulator.throttle.Throttle;

/** Shows and sets the limits. */
final class ThrottleControl {
    private final Throttle throttle;

    ThrottleControl(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Empty if the call is for something else. */
    Optional<SimResponse> answer(ControlCall call) {
        if (call.is("GET", "throttle")) {
            return Optional.of(shown());
        }
        if (call.is("PATCH", "throttle")) {
            change(call.json());
            return Optional.of(shown());
        }
        return Optional.empty();
    }

    private void change(JsonNode wish) {
        throttle.setGraph(graph(wish.path("graph")));
        throttle.setSharePoint(sharePoint(wish.path("sharePoint")));
        throttle.block(wish.path("blocked").asBoolean(throttle.isBlocked()));
        if (wish.path("on").asBoolean(throttle.isOn())) {
            throttle.switchOn();
        } else {
            throttle.switchOff();
        }
    }

    private GraphLimits graph(JsonNode wish) {
        GraphLimits now = throttle.graph();
        return new GraphLimits(
                allowance(wish.path("identity"), now.identity()),
                allowance(wish.path("outlook"), now.outlook()),
                wish.path("outlookAtOnce").asInt(now.outlookAtOnce()),
                wish.path("perMailbox").asBoolean(now.perMailbox()));
    }

    private SharePointLimits sharePoint(JsonNode wish) {
        SharePointLimits now = throttle.sharePoint();
        return new SharePointLimits(
                allowance(wish.path("appMinute"), now.appMinute()),
                allowance(wish.path("appDay"), now.appDay()),
                allowance(wish.path("tenant"), now.tenant()),
                allowance(wish.path("peopleManager"), now.peopleManager()),
                wish.path("countsMethods").asBoolean(now.countsMethods()));
    }

    private static Allowance allowance(JsonNode wish, Allowance now) {
        try {
            long seconds = wish.path("seconds").asLong(now.window().toSeconds());
            return new Allowance(wish.path("units").asLong(now.units()), Duration.ofSeconds(seconds));
        } catch (IllegalArgumentException e) {
            throw new ControlException(400, e.getMessage());
        }
    }

    private SimResponse shown() {
        ObjectNode node = ControlCall.JSON.createObjectNode();
        node.put("on", throttle.isOn()).put("blocked", throttle.isBlocked());
        ObjectNode graph = node.putObject("graph");
        put(graph, "identity", throttle.graph().identity());
        put(graph, "outlook", throttle.graph().outlook());
        graph.put("outlookAtOnce", throttle.graph().outlookAtOnce());
        graph.put("perMailbox", throttle.graph().perMailbox());
        ObjectNode sharePoint = node.putObject("sharePoint");
        put(sharePoint, "appMinute", throttle.sharePoint().appMinute());
        put(sharePoint, "appDay", throttle.sharePoint().appDay());
        put(sharePoint, "tenant", throttle.sharePoint().tenant());
        put(sharePoint, "peopleManager", throttle.sharePoint().peopleManager());
        sharePoint.put("countsMethods", throttle.sharePoint().countsMethods());
        ObjectNode refusals = node.putObject("refusals");
        throttle.refusals().forEach(refusals::put);
        return SimResponse.json(200, node);
    }

    private static void put(ObjectNode node, String name, Allowance allowance) {
        node.putObject(name)
                .put("units", allowance.units())
                .put("seconds", allowance.window().toSeconds());
    }
}
