package org.photobridge.sharepoint;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value that came from outside: readers answer empty where its shape is another, since nothing that a service
 * sends may surprise us.
 */
final class Json {
    static final Json NOTHING = new Json(null);

    private final Object value;

    private Json(Object value) {
        this.value = value;
    }

    /** The value that a body holds; empty if it isn't JSON, such as a proxy's HTML page. */
    static Optional<Json> parse(byte[] body) {
        try (JsonReader reader = JsonProviders.createReader(body)) {
            return Optional.ofNullable(reader.readUntyped()).map(Json::new);
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    static Optional<Json> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Maps, lists, texts, numbers and booleans as JSON. */
    static String write(Object value) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = JsonProviders.createWriter(text)) {
            writer.writeUntyped(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** An object's member; a value of no shape if there is none. */
    Json get(String name) {
        return value instanceof Map<?, ?> members ? new Json(members.get(name)) : NOTHING;
    }

    /** An array's elements; empty if it is none. */
    List<Json> items() {
        return value instanceof List<?> elements
                ? elements.stream().map(Json::new).toList()
                : List.of();
    }

    boolean has(String name) {
        return value instanceof Map<?, ?> members && members.containsKey(name);
    }

    boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    Optional<String> text() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<String> text(String name) {
        return get(name).text();
    }

    Optional<Long> number() {
        return value instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }
}
