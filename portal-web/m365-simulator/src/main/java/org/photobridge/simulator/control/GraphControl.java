package org.photobridge.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.photobridge.simulator.graph.ClaimsChallenge;
import org.photobridge.simulator.graph.GraphSwitches;
import org.photobridge.simulator.http.SimResponse;

/** Shows and sets what Graph may do and needn't. */
final class GraphControl {
    private final GraphSwitches graph;

    GraphControl(GraphSwitches graph) {
        this.graph = graph;
    }

    /** Empty if the call is for something else. */
    Optional<SimResponse> answer(ControlCall call) {
        if (call.is("GET", "graph")) {
            return Optional.of(shown());
        }
        if (call.is("PATCH", "graph")) {
            change(call.json());
            return Optional.of(shown());
        }
        return Optional.empty();
    }

    private void change(JsonNode wish) {
        graph.answerNotModified(wish.path("notModified").asBoolean(graph.answersNotModified()));
        if (wish.has("claimsChallenge")) {
            graph.challenge(ControlCall.named(
                    ClaimsChallenge.class, wish.path("claimsChallenge").asText()));
        }
    }

    private SimResponse shown() {
        ObjectNode node = ControlCall.JSON.createObjectNode();
        node.put("notModified", graph.answersNotModified());
        node.put("claimsChallenge", graph.challenged().name());
        return SimResponse.json(200, node);
    }
}
