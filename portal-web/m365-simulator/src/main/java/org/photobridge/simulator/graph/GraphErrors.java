package org.photobridge.simulator.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/** Graph's error envelope and the headers that every answer carries (documented). */
final class GraphErrors {
    private final Clock clock;

    GraphErrors(Clock clock) {
        this.clock = clock;
    }

    SimResponse answer(SimRequest request, GraphException e) {
        SimResponse response = answer(request, e.status(), e.code(), e.getMessage());
        return e.status() == 401 ? response.with("WWW-Authenticate", challenge(request, e.claims())) : response;
    }

    private static String challenge(SimRequest request, String claims) {
        String plain = "Bearer realm=\"\", authorization_uri=\"" + request.baseUrl()
                + "/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"";
        return claims.isEmpty()
                ? plain
                : plain + ", error=\"insufficient_claims\", claims=\""
                        + Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    private SimResponse answer(SimRequest request, int status, String code, String message) {
        String requestId = UUID.randomUUID().toString();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        error.put("code", code);
        error.put("message", message);
        ObjectNode inner = error.putObject("innerError");
        String time = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        inner.put("date", time.substring(0, time.length() - 1));
        inner.put("request-id", requestId);
        inner.put("client-request-id", request.header("client-request-id").orElse(requestId));
        return SimResponse.json(status, body).with("request-id", requestId).with("Cache-Control", "no-cache");
    }

    /** The headers of every answer, good or bad. */
    static SimResponse common(SimRequest request, SimResponse response) {
        String requestId =
                response.header("request-id").orElseGet(() -> UUID.randomUUID().toString());
        return response.with("request-id", requestId)
                .with("client-request-id", request.header("client-request-id").orElse(requestId))
                .with(
                        "x-ms-ags-diagnostic",
                        "{\"ServerInfo\":{\"DataCenter\":\"Loopback\",\"Slice\":\"E\",\"Ring\":\"5\","
                                + "\"ScaleUnit\":\"000\",\"RoleInstance\":\"SIM00000000\"}}");
    }
}
