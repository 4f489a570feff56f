package org.photobridge.simulator.entra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.photobridge.simulator.directory.AppRegistration;
import org.photobridge.simulator.directory.AppRegistration.AppSecret;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/** Client credentials for tokens: a secret or a signed assertion, one resource at a time. */
final class TokenEndpoint {
    /** Observed: msal4j adds these to every request; they name no resource. */
    private static final Set<String> RESOURCELESS = Set.of("openid", "profile", "offline_access");

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Tenant tenant;
    private final AccessTokens tokens;
    private final ClientAssertions assertions;
    private final Clock clock;
    private final Duration life;

    TokenEndpoint(Tenant tenant, AccessTokens tokens, Clock clock, Duration life) {
        this.tenant = tenant;
        this.tokens = tokens;
        this.assertions = new ClientAssertions(tenant, clock);
        this.clock = clock;
        this.life = life;
    }

    boolean knows(String tenantName) {
        return tenantName.equals(tenant.id()) || tenantName.equals(Tenant.DOMAIN);
    }

    SimResponse answer(SimRequest request, String tenantName) {
        if (!request.method().equals("POST")) {
            return refusal(new EntraRefusedException(EntraError.PARAMETER_MISSING, "grant_type"));
        }
        try {
            return issued(request, tenantName);
        } catch (EntraRefusedException e) {
            return refusal(e);
        }
    }

    SimResponse refusal(EntraError error) {
        return refusal(new EntraRefusedException(error, "unknown"));
    }

    private SimResponse issued(SimRequest request, String tenantName) throws EntraRefusedException {
        Map<String, String> form = request.form();
        String grant = required(form, "grant_type");
        String clientId = required(form, "client_id");
        String scope = required(form, "scope");
        if (!knows(tenantName)) {
            throw new EntraRefusedException(EntraError.TENANT_NOT_FOUND, tenantName);
        }
        if (!grant.equals("client_credentials")) {
            throw new EntraRefusedException(EntraError.GRANT_TYPE, grant);
        }
        AppRegistration app = app(clientId);
        Credential credential = authenticated(app, form, request);
        Audience audience = audience(scope);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("token_type", "Bearer");
        answer.put("expires_in", life.toSeconds());
        answer.put("ext_expires_in", life.toSeconds());
        answer.put("access_token", tokens.issue(app, audience, credential, life, form.getOrDefault("claims", "")));
        return SimResponse.json(200, answer).with("Cache-Control", "no-store, no-cache");
    }

    private AppRegistration app(String clientId) throws EntraRefusedException {
        AppRegistration app = tenant.apps()
                .find(clientId)
                .orElseThrow(() -> new EntraRefusedException(EntraError.APP_UNKNOWN, clientId));
        if (!app.isEnabled()) {
            throw new EntraRefusedException(EntraError.APP_DISABLED, clientId);
        }
        return app;
    }

    private Credential authenticated(AppRegistration app, Map<String, String> form, SimRequest request)
            throws EntraRefusedException {
        if (form.containsKey("client_assertion")) {
            assertions.check(app, form, request);
            return Credential.CERTIFICATE;
        }
        String secret = form.getOrDefault("client_secret", "");
        if (secret.isEmpty()) {
            throw new EntraRefusedException(EntraError.NO_CREDENTIAL, "");
        }
        checkSecret(app, secret);
        return Credential.SECRET;
    }

    private void checkSecret(AppRegistration app, String secret) throws EntraRefusedException {
        AppSecret known = app.secrets().stream()
                .filter(one -> one.value().equals(secret))
                .findFirst()
                .orElseThrow(() -> new EntraRefusedException(EntraError.WRONG_SECRET, app.clientId()));
        if (!known.expires().isAfter(clock.instant())) {
            throw new EntraRefusedException(EntraError.SECRET_EXPIRED, app.clientId());
        }
    }

    private Audience audience(String scope) throws EntraRefusedException {
        List<String> named = Arrays.stream(scope.trim().split("\\s+"))
                .filter(one -> !RESOURCELESS.contains(one.toLowerCase(Locale.ROOT)))
                .toList();
        if (named.size() > 1) {
            throw new EntraRefusedException(EntraError.TWO_RESOURCES, scope);
        }
        if (named.isEmpty() || !named.get(0).endsWith("/.default")) {
            throw new EntraRefusedException(EntraError.SCOPE, scope);
        }
        String resource = named.get(0).substring(0, named.get(0).length() - "/.default".length());
        return Audience.of(resource, tenant.urls())
                .orElseThrow(() -> new EntraRefusedException(EntraError.RESOURCE_UNKNOWN, resource));
    }

    private static String required(Map<String, String> form, String name) throws EntraRefusedException {
        String value = form.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new EntraRefusedException(EntraError.PARAMETER_MISSING, name);
        }
        return value;
    }

    private SimResponse refusal(EntraRefusedException refused) {
        EntraError error = refused.error();
        Instant now = clock.instant();
        String trace = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error.error());
        body.put(
                "error_description",
                "AADSTS" + error.number() + ": " + error.text(refused.about()) + " Trace ID: " + trace
                        + " Correlation ID: " + correlation + " Timestamp: " + TIMESTAMP.format(now));
        body.putArray("error_codes").add(error.number());
        body.put("timestamp", TIMESTAMP.format(now));
        body.put("trace_id", trace);
        body.put("correlation_id", correlation);
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + error.number());
        return SimResponse.json(error.status(), body);
    }
}
