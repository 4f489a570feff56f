package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * A collection.
 *
 * @param set the name of the entity set in {@code $metadata}
 */
record Items(String set, List<Entity> entities) implements Result {

    Items {
        entities = List.copyOf(entities);
    }

    @Override
    public Items select(Set<String> members) {
        return new Items(
                set, entities.stream().map(entity -> entity.select(members)).toList());
    }

    @Override
    public JsonNode json(MetadataLevel level, String api) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (level == MetadataLevel.VERBOSE) {
            ArrayNode results = body.putObject("d").putArray("results");
            entities.forEach(entity -> results.add(entity.verbose(api)));
            return body;
        }
        if (level == MetadataLevel.MINIMAL) {
            body.put("odata.metadata", api + "/$metadata#" + set);
        }
        ArrayNode values = body.putArray("value");
        entities.forEach(entity -> values.add(entity.plain(level, api)));
        return body;
    }
}
