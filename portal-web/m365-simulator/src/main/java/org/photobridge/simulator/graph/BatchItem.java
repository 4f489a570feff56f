package org.photobridge.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.photobridge.simulator.http.SimRequest;

/** One request of a batch. */
record BatchItem(String id, List<String> dependsOn, SimRequest request) {

    /** @throws GraphException if the whole batch is to be refused for it */
    static BatchItem read(JsonNode node, SimRequest batch) {
        String id = node.path("id").asText("");
        String method = node.path("method").asText("");
        String url = node.path("url").asText("");
        if (id.isEmpty() || method.isEmpty() || url.isEmpty()) {
            throw Batch.malformed("Invalid batch payload format: id, method and url are required.");
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        node.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asText())));
        if (node.hasNonNull("body") && !headers.containsKey("Content-Type")) {
            throw Batch.malformed("Write request id : " + id + " does not contain Content-Type header or body.");
        }
        // The batch's own token counts for all of it.
        batch.header("Authorization").ifPresent(token -> headers.put("Authorization", List.of(token)));
        batch.header("User-Agent").ifPresent(agent -> headers.put("User-Agent", List.of(agent)));
        List<String> dependsOn = new ArrayList<>();
        node.path("dependsOn").forEach(one -> dependsOn.add(one.asText()));
        String target = "/v1.0" + (url.startsWith("/") ? url : "/" + url);
        return new BatchItem(id, dependsOn, batch.item(method, target, headers, body(node.path("body"))));
    }

    private static byte[] body(JsonNode body) {
        if (body.isTextual()) {
            try {
                return Base64.getDecoder()
                        .decode(body.asText().replace('-', '+').replace('_', '/'));
            } catch (IllegalArgumentException e) {
                throw Batch.malformed("A body is not valid Base64.");
            }
        }
        return body.isMissingNode() || body.isNull()
                ? new byte[0]
                : body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
