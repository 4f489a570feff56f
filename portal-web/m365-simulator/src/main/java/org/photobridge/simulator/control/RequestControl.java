package org.photobridge.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.photobridge.simulator.http.LoggedRequest;
import org.photobridge.simulator.http.RequestLog;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.http.Site;

/** Shows the request log and what it adds up to. */
final class RequestControl {
    private final RequestLog log;

    RequestControl(RequestLog log) {
        this.log = log;
    }

    /** Empty if the call is for something else. */
    Optional<SimResponse> answer(ControlCall call) {
        if (call.is("GET", "requests")) {
            return Optional.of(list(call));
        }
        if (call.is("DELETE", "requests")) {
            log.clear();
            return Optional.of(counters());
        }
        if (call.is("GET", "counters")) {
            return Optional.of(counters());
        }
        return Optional.empty();
    }

    private SimResponse list(ControlCall call) {
        List<LoggedRequest> found = log.list(wanted(call));
        int limit = call.number("limit", 200);
        ObjectNode answer = ControlCall.JSON.createObjectNode();
        answer.put("count", found.size());
        ArrayNode requests = answer.putArray("requests");
        found.stream().skip(Math.max(0, found.size() - limit)).forEach(one -> add(requests.addObject(), one));
        return SimResponse.json(200, answer);
    }

    private static Predicate<LoggedRequest> wanted(ControlCall call) {
        Optional<Site> site = call.parameter("site").map(name -> ControlCall.named(Site.class, name));
        try {
            Pattern line = Pattern.compile(call.parameter("line").orElse(""), Pattern.CASE_INSENSITIVE);
            return request -> site.map(request.site()::equals).orElse(true)
                    && line.matcher(request.line()).find();
        } catch (PatternSyntaxException e) {
            throw new ControlException(400, "line is no regular expression: " + e.getMessage());
        }
    }

    private static void add(ObjectNode node, LoggedRequest request) {
        node.put("number", request.number());
        node.put("time", request.time().toString());
        node.put("site", request.site().name());
        node.put("line", request.line());
        node.put("status", request.status());
        node.put("millis", request.took().toMillis());
        node.put("batchItem", request.batchItem());
        node.put("userAgent", request.userAgent());
        node.put("clientRequestId", request.clientRequestId());
    }

    private SimResponse counters() {
        ObjectNode answer = ControlCall.JSON.createObjectNode();
        answer.put("total", log.total());
        answer.put("status429", log.count(request -> request.status() == 429));
        answer.put("status5xx", log.count(request -> request.status() >= 500));
        ObjectNode sites = answer.putObject("sites");
        for (Site site : Site.values()) {
            if (site != Site.CONTROL) {
                ObjectNode node = sites.putObject(site.name());
                node.put("requests", log.count(request -> request.site() == site));
                node.put("mostAtOnce", log.mostAtOnce(site));
            }
        }
        Map<String, Long> methods = new TreeMap<>();
        log.list(request -> true)
                .forEach(request -> methods.merge(request.site() + " " + request.method(), 1L, Long::sum));
        ObjectNode byMethod = answer.putObject("methods");
        methods.forEach(byMethod::put);
        return SimResponse.json(200, answer);
    }
}
