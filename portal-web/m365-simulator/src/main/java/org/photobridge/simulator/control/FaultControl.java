package org.photobridge.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.photobridge.simulator.http.Fault;
import org.photobridge.simulator.http.Faults;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.http.Site;

/** Arms faults from JSON. */
final class FaultControl {
    private final Faults faults;

    FaultControl(Faults faults) {
        this.faults = faults;
    }

    /** Empty if the call is for something else. */
    Optional<SimResponse> answer(ControlCall call) {
        if (call.is("GET", "faults")) {
            return Optional.of(list());
        }
        if (call.is("DELETE", "faults")) {
            faults.clear();
            return Optional.of(list());
        }
        if (call.is("POST", "faults")) {
            faults.add(fault(call.json()));
            return Optional.of(list());
        }
        return Optional.empty();
    }

    private SimResponse list() {
        ObjectNode answer = ControlCall.JSON.createObjectNode();
        ArrayNode waiting = answer.putArray("faults");
        faults.waiting()
                .forEach(fault -> waiting.addObject()
                        .put("site", fault.site().map(Site::name).orElse(""))
                        .put("path", fault.pattern().pattern())
                        .put("times", fault.times())
                        .put("skip", fault.skip()));
        return SimResponse.json(200, answer);
    }

    private static Fault fault(JsonNode wish) {
        String kind = wish.path("kind").asText("");
        Site site = ControlCall.named(Site.class, wish.path("site").asText(""));
        String path = checked(wish.path("path").asText(".*"));
        int times = wish.path("times").asInt(1);
        Fault fault = switch (kind) {
            case "answer" -> Fault.answering(site, path, times, response(wish));
            case "cut" -> Fault.cut(site, path, times);
            case "reset" -> reset(site, path, times);
            case "half-body" -> Fault.halfBody(site, path, times);
            case "slow" ->
                Fault.slow(
                        site, path, times, Duration.ofMillis(wish.path("millis").asLong(1000)));
            case "html" -> Fault.html(site, path, times, wish.path("status").asInt(503));
            default ->
                throw new ControlException(
                        400, "kind is one of answer, cut, reset, half-body, slow, html; not " + kind);
        };
        return fault.afterSkipping(wish.path("skip").asInt(0));
    }

    private static Fault reset(Site site, String path, int times) {
        try {
            return Fault.reset(site, path, times);
        } catch (IllegalStateException e) {
            throw new ControlException(501, e.getMessage());
        }
    }

    private static String checked(String pattern) {
        try {
            return Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException e) {
            throw new ControlException(400, "path is no regular expression: " + e.getMessage());
        }
    }

    /** A body of its own, or Graph's error envelope around a code. */
    private static SimResponse response(JsonNode wish) {
        int status = wish.path("status").asInt(500);
        SimResponse response;
        if (wish.has("body")) {
            JsonNode body = wish.path("body");
            response = body.isTextual() ? SimResponse.html(status, body.asText()) : SimResponse.json(status, body);
        } else {
            ObjectNode body = ControlCall.JSON.createObjectNode();
            body.putObject("error")
                    .put("code", wish.path("code").asText("InjectedFault"))
                    .put("message", wish.path("message").asText("A fault was asked for."));
            response = SimResponse.json(status, body);
        }
        if (wish.has("retryAfter")) {
            response = response.with("Retry-After", wish.path("retryAfter").asText());
        }
        for (Map.Entry<String, JsonNode> header : wish.path("headers").properties()) {
            response = response.with(header.getKey(), header.getValue().asText());
        }
        return response;
    }
}
