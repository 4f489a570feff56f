package org.photobridge.simulator.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Locale;
import org.photobridge.simulator.http.Delivery;
import org.photobridge.simulator.http.SimResponse;

/** Writes one answer of a batch: JSON as JSON, everything else as a Base64 text. */
final class BatchAnswer {
    private BatchAnswer() {}

    static ObjectNode of(String id, SimResponse response) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        // A connection can't break within a batch: Graph's front end reports its back end.
        boolean broken = response.delivery() != Delivery.WHOLE;
        node.put("status", broken ? 502 : response.status());
        boolean lower = id.hashCode() % 2 == 0;
        ObjectNode headers = node.putObject("headers");
        // Observed: header names come in either case, whatever was asked.
        response.headers().forEach((name, value) -> headers.put(lower ? name.toLowerCase(Locale.ROOT) : name, value));
        if (broken) {
            node.putObject("body").putObject("error").put("code", "BadGateway").put("message", "");
        } else if (response.body().length > 0) {
            addBody(node, id, response);
        }
        return node;
    }

    private static void addBody(ObjectNode node, String id, SimResponse response) {
        String type = response.header("Content-Type").orElse("");
        if (type.startsWith("application/json")) {
            try {
                node.set("body", Batch.parsed(response));
                return;
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        // OData says base64url, captures show the standard alphabet: both are sent.
        boolean urlSafe = id.hashCode() % 5 == 0;
        Base64.Encoder encoder = urlSafe ? Base64.getUrlEncoder() : Base64.getEncoder();
        node.put("body", encoder.encodeToString(response.body()));
    }
}
