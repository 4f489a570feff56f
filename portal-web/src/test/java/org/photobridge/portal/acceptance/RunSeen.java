package org.photobridge.portal.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A run as the API tells it. */
record RunSeen(JsonNode json) {
    private static final Set<String> STANDING = Set.of("WAITING", "PAUSED", "AWAITING_APPROVAL");

    long id() {
        return json.path("id").asLong();
    }

    String state() {
        return json.path("state").asText();
    }

    boolean isEnded() {
        return json.path("ended").asBoolean();
    }

    /** Over, or not going on by itself for now. */
    boolean stands() {
        return isEnded() || STANDING.contains(state());
    }

    long count(String outcome) {
        return json.path("outcomes").path(outcome).asLong();
    }

    /** People by outcome, those that there are none of left out. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        json.path("outcomes").properties().stream()
                .filter(one -> one.getValue().asLong() > 0)
                .forEach(one -> counts.put(one.getKey(), one.getValue().asLong()));
        return counts;
    }

    String problemCode() {
        return json.path("problem").path("code").asText();
    }

    String problemCategory() {
        return json.path("problem").path("category").asText();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
