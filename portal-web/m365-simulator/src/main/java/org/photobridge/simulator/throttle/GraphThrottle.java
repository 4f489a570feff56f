package org.photobridge.simulator.throttle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.photobridge.simulator.http.SimHandler;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/** Refuses what goes beyond Graph's limits: directory calls by resource units, photo calls by number and concurrency. */
final class GraphThrottle implements SimHandler {
    private final Throttle throttle;
    private final SimHandler next;

    GraphThrottle(Throttle throttle, SimHandler next) {
        this.throttle = throttle;
        this.next = next;
    }

    @Override
    public SimResponse handle(SimRequest request) {
        GraphCost cost = GraphCost.of(request);
        Optional<String> app = throttle.isOn() && cost.units() > 0 ? throttle.app(request) : Optional.empty();
        if (app.isEmpty()) {
            return next.handle(request);
        }
        return cost.mailbox().isPresent()
                ? ofOutlook(request, app.get(), cost.mailbox().get())
                : ofIdentity(request, app.get(), cost.units());
    }

    private SimResponse ofIdentity(SimRequest request, String app, int units) {
        Window.Standing standing =
                throttle.take("identity:" + app, () -> throttle.graph().identity(), units);
        if (standing.over()) {
            throttle.refused("graph-identity");
            return refusal("TooManyRequests", "Please retry again later.")
                    // Documented: the seconds may have a fraction.
                    .with(
                            "Retry-After",
                            String.format(Locale.ROOT, "%.3f", standing.resets().toMillis() / 1000.0))
                    .with("x-ms-throttle-scope", "Tenant_Application/ReadWrite/" + app)
                    .with("x-ms-throttle-information", "ResourceUnitLimitExceeded");
        }
        SimResponse response = next.handle(request).with("x-ms-resource-unit", String.valueOf(units));
        double part = 1 - (double) standing.remaining() / standing.limit();
        return part < 0.8
                ? response
                : response.with("x-ms-throttle-limit-percentage", String.format(Locale.ROOT, "%.1f", part));
    }

    private SimResponse ofOutlook(SimRequest request, String app, String mailbox) {
        Window.Standing standing = throttle.take(
                "outlook:" + app + ":" + mailbox, () -> throttle.graph().outlook(), 1);
        if (standing.over()) {
            throttle.refused("outlook");
            return refusal("ApplicationThrottled", "Application is over its limit of requests.")
                    .with("Retry-After", seconds(standing));
        }
        String key = throttle.graph().perMailbox() ? app + ":" + mailbox : app;
        AtomicInteger running = throttle.running(key);
        try {
            if (running.incrementAndGet() > throttle.graph().outlookAtOnce()) {
                throttle.refused("outlook-at-once");
                return refusal("ApplicationThrottled", "Application is over its MailboxConcurrency limit.")
                        .with("Retry-After", "1");
            }
            return next.handle(request);
        } finally {
            running.decrementAndGet();
        }
    }

    private static String seconds(Window.Standing standing) {
        return String.valueOf(Math.max(1, (standing.resets().toMillis() + 999) / 1000));
    }

    private static SimResponse refusal(String code, String message) {
        String requestId = UUID.randomUUID().toString();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        error.put("code", code);
        ObjectNode inner = error.putObject("innerError");
        inner.put("code", "429")
                .put("message", "Please retry after")
                .put("request-id", requestId)
                .put("status", "429");
        error.put("message", message);
        return SimResponse.json(429, body).with("request-id", requestId);
    }
}
