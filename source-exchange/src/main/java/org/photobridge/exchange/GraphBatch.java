package org.photobridge.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.kiota.RequestInformation;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The wire form of {@code $batch}: up to twenty questions in one request, each with a name of ours, answered in any order.
 *
 * <p>Not the SDK's batch classes: those take a refused batch for one without answers.
 */
final class GraphBatch {
    static final int MOST_ITEMS = 20;

    private GraphBatch() {}

    /** The request's body. */
    static byte[] body(Map<String, RequestInformation> questions, String graphRoot) {
        JsonArray items = new JsonArray();
        questions.forEach((id, question) -> items.add(item(id, question, graphRoot)));
        JsonObject batch = new JsonObject();
        batch.add("requests", items);
        return batch.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject item(String id, RequestInformation question, String graphRoot) {
        JsonObject item = new JsonObject();
        item.addProperty("id", id);
        item.addProperty("method", "GET");
        item.addProperty("url", address(question).toString().substring(graphRoot.length()));
        return item;
    }

    private static URI address(RequestInformation question) {
        try {
            return question.getUri();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The SDK made no address", e);
        }
    }

    /** The answers by name; empty if this is no batch answer at all. A question may be missing: it wasn't answered. */
    static Optional<Map<String, GraphAnswer>> answers(GraphAnswer batch) {
        Json body = batch.json();
        if (!batch.isOk() || !body.has("responses")) {
            return Optional.empty();
        }
        Map<String, GraphAnswer> answers = new LinkedHashMap<>();
        body.list("responses").forEach(item -> item.text("id").ifPresent(id -> answers.put(id, answer(item))));
        return Optional.of(answers);
    }

    private static GraphAnswer answer(Json item) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (item.at("headers").element() instanceof JsonObject object) {
            object.keySet().forEach(name -> item.at("headers").text(name).ifPresent(text -> headers.put(name, text)));
        }
        int status = item.number("status")
                .filter(code -> code > 0 && code < 1000)
                .orElse(0L)
                .intValue();
        return new GraphAnswer(status, headers, item.at("body").bytes());
    }
}
