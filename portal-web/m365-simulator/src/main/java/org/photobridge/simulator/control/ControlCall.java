package org.photobridge.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.photobridge.simulator.http.SimRequest;

/** One request to the control port: its method, the segments behind /control and its parameters. */
record ControlCall(SimRequest request, List<String> segments, Map<String, String> parameters) {
    static final ObjectMapper JSON = new ObjectMapper();

    static ControlCall of(SimRequest request) {
        List<String> segments = new ArrayList<>();
        for (String raw : request.rawPath().split("/")) {
            if (!raw.isEmpty()) {
                segments.add(SimRequest.decodePath(raw));
            }
        }
        if (segments.isEmpty() || !segments.get(0).equals("control")) {
            throw new ControlException(404, "Everything is below /control/");
        }
        return new ControlCall(request, List.copyOf(segments.subList(1, segments.size())), request.query());
    }

    String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    /** Whether method and segments are these; a star stands for any one segment. */
    boolean is(String method, String... pattern) {
        if (!request.method().equals(method) || segments.size() != pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    boolean flag(String name) {
        return parameters.getOrDefault(name, "false").equalsIgnoreCase("true");
    }

    int number(String name, int otherwise) {
        try {
            return parameter(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new ControlException(400, name + " must be a number");
        }
    }

    ObjectNode json() {
        try {
            JsonNode node = JSON.readTree(request.body());
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new ControlException(400, "The body is no JSON: " + e.getMessage());
        }
        throw new ControlException(400, "The body must be a JSON object");
    }

    static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ControlException(
                        400, "There is no " + name + " among " + Arrays.toString(type.getEnumConstants())));
    }
}
