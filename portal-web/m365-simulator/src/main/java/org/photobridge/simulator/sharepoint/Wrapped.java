package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A complex value that a function returns; the verbose shape puts it below the function's name (observed).
 *
 * @param function the name that the verbose shape repeats
 */
record Wrapped(String function, Entity value) implements Result {

    @Override
    public JsonNode json(MetadataLevel level, String api) {
        if (level != MetadataLevel.VERBOSE) {
            return value.json(level, api);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("d").set(function, value.verbose(api));
        return body;
    }
}
