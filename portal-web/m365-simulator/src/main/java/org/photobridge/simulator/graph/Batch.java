package org.photobridge.simulator.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.photobridge.simulator.http.SimHandler;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/** /$batch: up to twenty requests in one; four at a time are worked on, and the answers come in any order (documented). */
final class Batch {
    private static final int MOST = 20;
    private static final int AT_A_TIME = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SimHandler items;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "m365-simulator-batch");
        thread.setDaemon(true);
        return thread;
    });

    /** @param items answers single requests, faults and throttling included */
    Batch(SimHandler items) {
        this.items = items;
    }

    SimResponse answer(SimRequest request) {
        if (!request.method().equals("POST")) {
            throw new GraphException(
                    405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
        }
        List<BatchItem> wanted = read(request);
        List<SimResponse> done =
                wanted.stream().anyMatch(item -> !item.dependsOn().isEmpty()) ? inOrder(wanted) : together(wanted);
        List<ObjectNode> answers = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            answers.add(BatchAnswer.of(wanted.get(i).id(), done.get(i)));
        }
        // The same request is shuffled in the same way, so that a failing test fails again.
        Collections.shuffle(answers, new Random(request.bodyText().hashCode()));
        ObjectNode body = JSON.createObjectNode();
        ArrayNode responses = body.putArray("responses");
        responses.addAll(answers);
        return SimResponse.json(200, body);
    }

    private List<BatchItem> read(SimRequest request) {
        JsonNode requests;
        try {
            requests = JSON.readTree(request.body()).path("requests");
        } catch (java.io.IOException e) {
            throw malformed(
                    "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is "
                            + "of valid JSON format.");
        }
        if (!requests.isArray() || requests.isEmpty()) {
            throw malformed("Invalid batch payload format.");
        }
        if (requests.size() > MOST) {
            throw malformed("Number of batch request steps exceeds the maximum value of 20.");
        }
        List<BatchItem> wanted = new ArrayList<>();
        Map<String, Boolean> ids = new HashMap<>();
        for (JsonNode node : requests) {
            BatchItem item = BatchItem.read(node, request);
            if (ids.put(item.id().toLowerCase(Locale.ROOT), true) != null) {
                throw malformed("Request Id '" + item.id() + "' is duplicated.");
            }
            wanted.add(item);
        }
        return wanted;
    }

    static GraphException malformed(String message) {
        return new GraphException(400, "BadRequest", message);
    }

    private List<SimResponse> together(List<BatchItem> wanted) {
        List<SimResponse> done = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += AT_A_TIME) {
            List<Callable<SimResponse>> round = new ArrayList<>();
            wanted.subList(from, Math.min(from + AT_A_TIME, wanted.size()))
                    .forEach(item -> round.add(() -> items.handle(item.request())));
            done.addAll(finished(round));
        }
        return done;
    }

    private List<SimResponse> finished(List<Callable<SimResponse>> round) {
        List<SimResponse> done = new ArrayList<>();
        try {
            for (Future<SimResponse> future : threads.invokeAll(round)) {
                done.add(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphException(503, "ServiceUnavailable", "The simulator is closing.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return done;
    }

    /** Documented: what depends on a failed request isn't tried. */
    private List<SimResponse> inOrder(List<BatchItem> wanted) {
        Map<String, Integer> statuses = new HashMap<>();
        List<SimResponse> done = new ArrayList<>();
        for (BatchItem item : wanted) {
            boolean sound = item.dependsOn().stream()
                    .allMatch(id -> statuses.getOrDefault(id.toLowerCase(Locale.ROOT), 424) < 400);
            SimResponse response = sound ? items.handle(item.request()) : failedDependency();
            statuses.put(item.id().toLowerCase(Locale.ROOT), response.status());
            done.add(response);
        }
        return done;
    }

    private static SimResponse failedDependency() {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("code", "FailedDependency")
                .put("message", "A request that this depends on failed.");
        return SimResponse.json(424, body);
    }

    static JsonNode parsed(SimResponse response) throws JsonProcessingException {
        return JSON.readTree(response.bodyText());
    }
}
