package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A null: what void methods answer, and what reading an unknown person gives (with status 200).
 *
 * @param function the function that was called, which the verbose shape repeats
 */
record Nothing(String function) implements Result {

    @Override
    public JsonNode json(MetadataLevel level, String api) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (level == MetadataLevel.VERBOSE) {
            body.putObject("d").putNull(function);
            return body;
        }
        if (level == MetadataLevel.MINIMAL) {
            body.put("odata.metadata", api + "/$metadata#Edm.Null");
        }
        return body.put("odata.null", true);
    }
}
