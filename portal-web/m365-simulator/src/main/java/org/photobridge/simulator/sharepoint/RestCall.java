package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.photobridge.simulator.http.SimRequest;

/**
 * One REST call whose address has been read.
 *
 * @param method as X-HTTP-Method overrides it
 */
record RestCall(SimRequest request, Caller caller, ODataUrl url, String method) {

    static RestCall of(SimRequest request, Caller caller, ODataUrl url) {
        String tunnelled = request.header("X-HTTP-Method").orElse("").toUpperCase(java.util.Locale.ROOT);
        boolean overridden = request.method().equals("POST") && !tunnelled.isEmpty();
        return new RestCall(request, caller, url, overridden ? tunnelled : request.method());
    }

    /** The segment at this place, or one without a name. */
    Segment at(int index) {
        return index < url.segments().size() ? url.segments().get(index) : new Segment("", List.of());
    }

    int depth() {
        return url.segments().size();
    }

    void mustBe(String wanted) throws SharePointError {
        if (!method.equals(wanted)) {
            throw SharePointError.wrongMethod(method, url.last().name());
        }
    }

    SharePointError unknown() {
        return SharePointError.noSuchResource(url.expression());
    }

    /** An argument from the address, or else from the JSON body; names without case (both observed). */
    Optional<String> argument(Segment segment, String name) throws SharePointError {
        if (!segment.arguments().isEmpty() || request.body().length == 0) {
            return segment.arguments().stream()
                    .filter(argument -> argument.name().equalsIgnoreCase(name))
                    .findFirst()
                    .map(argument -> argument.value().text());
        }
        return field(name);
    }

    private Optional<String> field(String name) throws SharePointError {
        JsonNode body = Json.read(request.body())
                .filter(JsonNode::isObject)
                .orElseThrow(() ->
                        SharePointError.badRequest("Invalid JSON. A token was not recognized in the JSON content."));
        return body.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .findFirst()
                .map(field -> text(field.getValue()));
    }

    /** Several values are kept as one text with bars between (observed). */
    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.isNull() ? "" : value.asText();
        }
        StringBuilder joined = new StringBuilder();
        value.forEach(item -> joined.append(joined.isEmpty() ? "" : "|").append(item.asText()));
        return joined.toString();
    }
}
