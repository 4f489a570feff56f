package org.photobridge.simulator.entra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.http.SimHandler;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/** The login host: instance discovery, OpenID configuration, signing keys and the token end point. */
public final class EntraSite implements SimHandler {
    private static final Pattern TENANT_PATH = Pattern.compile("/([^/]+)/(.*)");

    private final Tenant tenant;
    private final AccessTokens tokens;
    private final TokenEndpoint tokenEndpoint;

    public EntraSite(Tenant tenant, AccessTokens tokens, Clock clock, Duration tokenLife) {
        this.tenant = tenant;
        this.tokens = tokens;
        this.tokenEndpoint = new TokenEndpoint(tenant, tokens, clock, tokenLife);
    }

    @Override
    public SimResponse handle(SimRequest request) {
        SimResponse response = answer(request);
        return request.header("client-request-id")
                .map(id -> response.with("client-request-id", id))
                .orElse(response);
    }

    private SimResponse answer(SimRequest request) {
        Matcher path = TENANT_PATH.matcher(request.path());
        if (!path.matches()) {
            return SimResponse.html(404, "<html><body>404</body></html>");
        }
        String wanted = path.group(1).toLowerCase(Locale.ROOT);
        return switch (path.group(2)) {
            case "oauth2/v2.0/token" -> tokenEndpoint.answer(request, wanted);
            case "discovery/instance" -> discovery(request);
            case "v2.0/.well-known/openid-configuration" -> configuration(request, wanted);
            case "discovery/v2.0/keys" -> keys();
            default -> SimResponse.html(404, "<html><body>404</body></html>");
        };
    }

    /** Documented: a host of Microsoft's clouds is known; observed: 400 invalid_instance for any other. */
    private SimResponse discovery(SimRequest request) {
        String authority = request.query().getOrDefault("authorization_endpoint", "");
        String host = authority.replaceFirst("^https://", "").replaceFirst("/.*$", "");
        String own = request.baseUrl().getAuthority();
        if (!host.equalsIgnoreCase(own)
                && !host.equalsIgnoreCase(request.baseUrl().getHost())) {
            return tokenEndpoint.refusal(EntraError.UNKNOWN_INSTANCE);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put(
                "tenant_discovery_endpoint",
                request.baseUrl() + "/" + tenant.id() + "/v2.0/.well-known/openid-configuration");
        answer.put("api-version", "1.1");
        ObjectNode metadata = answer.putArray("metadata").addObject();
        metadata.put("preferred_network", own).put("preferred_cache", own);
        metadata.putArray("aliases").add(own).add(request.baseUrl().getHost());
        return SimResponse.json(200, answer);
    }

    private SimResponse configuration(SimRequest request, String wanted) {
        if (!tokenEndpoint.knows(wanted)) {
            return tokenEndpoint.refusal(EntraError.TENANT_NOT_FOUND);
        }
        String base = request.baseUrl() + "/" + tenant.id();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("token_endpoint", base + "/oauth2/v2.0/token");
        answer.put("authorization_endpoint", base + "/oauth2/v2.0/authorize");
        answer.put("issuer", base + "/v2.0");
        answer.put("jwks_uri", base + "/discovery/v2.0/keys");
        answer.putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_post")
                .add("private_key_jwt");
        answer.putArray("response_types_supported").add("code").add("id_token");
        answer.putArray("subject_types_supported").add("pairwise");
        answer.putArray("id_token_signing_alg_values_supported").add("RS256");
        return SimResponse.json(200, answer);
    }

    private SimResponse keys() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("keys").addPOJO(tokens.publicKey().toJSONObject());
        return SimResponse.json(200, answer);
    }
}
