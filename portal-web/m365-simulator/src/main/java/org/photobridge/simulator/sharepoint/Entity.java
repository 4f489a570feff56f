package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An object with members, such as a file or a person's properties.
 *
 * @param type the OData type
 * @param set the name of its entity set in {@code $metadata}; empty for complex values, which have no address
 * @param path its address below {@code _api/}
 * @param members text, boolean, number, null, or a list of texts or entities, in Microsoft's order
 */
record Entity(String type, String set, String path, Map<String, Object> members) implements Result {

    Entity {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A value without an address of its own. */
    static Entity complex(String type, Map<String, Object> members) {
        return new Entity(type, "", "", members);
    }

    @Override
    public Entity select(Set<String> wanted) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(wanted);
        Map<String, Object> kept = new LinkedHashMap<>(members);
        kept.keySet().removeIf(name -> !names.contains(name));
        return new Entity(type, set, path, kept);
    }

    @Override
    public JsonNode json(MetadataLevel level, String api) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (level == MetadataLevel.VERBOSE) {
            body.set("d", verbose(api));
            return body;
        }
        if (level == MetadataLevel.MINIMAL) {
            body.put("odata.metadata", api + "/$metadata#" + set + "/@Element");
        }
        body.setAll(plain(level, api));
        return body;
    }

    ObjectNode verbose(String api) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode about = body.putObject("__metadata");
        if (!set.isEmpty()) {
            about.put("id", api + "/" + path).put("uri", api + "/" + path);
        }
        about.put("type", type);
        members.forEach((name, value) -> body.set(name, verboseValue(value, api)));
        return body;
    }

    ObjectNode plain(MetadataLevel level, String api) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (level == MetadataLevel.MINIMAL && !set.isEmpty()) {
            body.put("odata.type", type);
            body.put("odata.id", api + "/" + path);
            body.put("odata.editLink", path);
        }
        members.forEach((name, value) -> body.set(name, plainValue(value, level, api)));
        return body;
    }

    private static JsonNode verboseValue(Object value, String api) {
        if (value instanceof List<?> list) {
            ObjectNode wrapped = JsonNodeFactory.instance.objectNode();
            ArrayNode results = wrapped.putArray("results");
            list.forEach(item -> results.add(item instanceof Entity entity ? entity.verbose(api) : Json.value(item)));
            return wrapped;
        }
        return value instanceof Entity entity ? entity.verbose(api) : Json.value(value);
    }

    private static JsonNode plainValue(Object value, MetadataLevel level, String api) {
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> array.add(plainValue(item, level, api)));
            return array;
        }
        return value instanceof Entity entity ? entity.plain(level, api) : Json.value(value);
    }
}
