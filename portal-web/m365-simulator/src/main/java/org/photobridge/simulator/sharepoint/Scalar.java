package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One text.
 *
 * @param function the member or function that was asked for, which the verbose shape repeats
 */
record Scalar(String function, String value) implements Result {

    @Override
    public JsonNode json(MetadataLevel level, String api) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (level == MetadataLevel.VERBOSE) {
            body.putObject("d").put(function, value);
            return body;
        }
        if (level == MetadataLevel.MINIMAL) {
            body.put("odata.metadata", api + "/$metadata#Edm.String");
        }
        return body.put("value", value);
    }
}
