package org.photobridge.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A JSON value from outside, read without trust: what is missing, null or of another type than expected is empty.
 *
 * <p>The SDK's own models aren't used for answers: they throw on an unexpected null, and keep a change log of each field
 * in memory.
 */
record Json(JsonElement element) {
    private static final Json NOTHING = new Json(JsonNull.INSTANCE);

    /** The object in these bytes; nothing if they are anything else, for example a proxy's HTML page. */
    static Json parse(byte[] bytes) {
        return parse(new String(bytes, StandardCharsets.UTF_8));
    }

    static Json parse(String text) {
        try {
            JsonElement parsed = JsonParser.parseString(text);
            return parsed.isJsonObject() ? new Json(parsed) : NOTHING;
        } catch (JsonParseException e) {
            return NOTHING;
        }
    }

    boolean isObject() {
        return element.isJsonObject();
    }

    /** The named member; nothing if there is none. */
    Json at(String name) {
        if (!(element instanceof JsonObject object)) {
            return NOTHING;
        }
        JsonElement member = object.get(name);
        return member == null ? NOTHING : new Json(member);
    }

    /** Whether the named member is there and not null. */
    boolean has(String name) {
        return !at(name).element.isJsonNull();
    }

    /** The named text, never blank. */
    Optional<String> text(String name) {
        return at(name).primitive()
                .filter(JsonPrimitive::isString)
                .map(JsonPrimitive::getAsString)
                .filter(text -> !text.isBlank());
    }

    Optional<Boolean> flag(String name) {
        return at(name).primitive().filter(JsonPrimitive::isBoolean).map(JsonPrimitive::getAsBoolean);
    }

    Optional<Long> number(String name) {
        return at(name).primitive().filter(JsonPrimitive::isNumber).flatMap(Json::wholeNumber);
    }

    /** The named list; empty if there is none. */
    List<Json> list(String name) {
        return at(name).element instanceof JsonArray array
                ? StreamSupport.stream(array.spliterator(), false)
                        .map(Json::new)
                        .toList()
                : List.of();
    }

    /** The named list of texts. */
    List<String> texts(String name) {
        return list(name).stream()
                .flatMap(item -> item.primitive().stream())
                .map(JsonPrimitive::getAsString)
                .toList();
    }

    byte[] bytes() {
        return element.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Long> wholeNumber(JsonPrimitive number) {
        try {
            return Optional.of(number.getAsLong());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<JsonPrimitive> primitive() {
        return element instanceof JsonPrimitive primitive ? Optional.of(primitive) : Optional.empty();
    }
}
