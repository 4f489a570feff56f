package org.photobridge.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.photobridge.simulator.directory.AppRegistration;
import org.photobridge.simulator.directory.AppRegistration.AppSecret;
import org.photobridge.simulator.directory.Resource;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.http.SimResponse;

/** What an admin does with app registrations in Entra's portal. */
final class AppControl {
    private final Tenant tenant;
    private final Clock clock;

    AppControl(Tenant tenant, Clock clock) {
        this.tenant = tenant;
        this.clock = clock;
    }

    /** Empty if the call is for something else. */
    Optional<SimResponse> answer(ControlCall call) {
        if (call.is("GET", "apps")) {
            return Optional.of(list());
        }
        if (call.is("POST", "apps")) {
            AppRegistration made =
                    tenant.apps().register(call.json().path("displayName").asText("New app"));
            return Optional.of(SimResponse.json(200, shown(made)));
        }
        if (!call.segment(0).equals("apps") || call.segments().size() < 2) {
            return Optional.empty();
        }
        AppRegistration app = tenant.apps()
                .find(call.segment(1))
                .orElseThrow(() -> new ControlException(404, "There is no app " + call.segment(1)));
        if (!changed(call, app)) {
            return Optional.empty();
        }
        return Optional.of(SimResponse.json(200, shown(app)));
    }

    private boolean changed(ControlCall call, AppRegistration app) {
        if (call.is("GET", "apps", "*")) {
            return true;
        }
        if (call.is("PATCH", "apps", "*")) {
            app.enable(call.json().path("enabled").asBoolean(app.isEnabled()));
            return true;
        }
        return changedCertificates(call, app) || changedSecrets(call, app) || changedRoles(call, app);
    }

    private static boolean changedCertificates(ControlCall call, AppRegistration app) {
        if (call.is("POST", "apps", "*", "certificates")) {
            app.addCertificate(certificate(call.request().body()));
            return true;
        }
        if (call.is("DELETE", "apps", "*", "certificates")) {
            app.removeCertificates();
            return true;
        }
        return false;
    }

    private boolean changedSecrets(ControlCall call, AppRegistration app) {
        if (call.is("POST", "apps", "*", "secrets")) {
            JsonNode wish = call.json();
            if (wish.path("value").asText("").isEmpty()) {
                throw new ControlException(400, "A secret needs a value");
            }
            Duration life = Duration.ofSeconds(wish.path("expiresInSeconds").asLong(86_400));
            app.addSecret(new AppSecret(
                    UUID.randomUUID().toString(),
                    wish.path("value").asText(),
                    clock.instant().plus(life)));
            return true;
        }
        if (call.is("POST", "apps", "*", "secrets", "expire")) {
            app.expireSecrets(clock.instant());
            return true;
        }
        return false;
    }

    private static boolean changedRoles(ControlCall call, AppRegistration app) {
        if (call.is("PUT", "apps", "*", "roles", "*", "*")) {
            app.grant(ControlCall.named(Resource.class, call.segment(3)), call.segment(4));
            return true;
        }
        if (call.is("DELETE", "apps", "*", "roles", "*", "*")) {
            app.revoke(ControlCall.named(Resource.class, call.segment(3)), call.segment(4));
            return true;
        }
        return false;
    }

    private static X509Certificate certificate(byte[] pemOrDer) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pemOrDer));
        } catch (CertificateException e) {
            throw new ControlException(400, "The body is no certificate: " + e.getMessage());
        }
    }

    private SimResponse list() {
        ObjectNode answer = ControlCall.JSON.createObjectNode();
        ArrayNode apps = answer.putArray("apps");
        tenant.apps().all().forEach(app -> apps.add(shown(app)));
        return SimResponse.json(200, answer);
    }

    /** Secrets by id and expiry only. */
    private static ObjectNode shown(AppRegistration app) {
        ObjectNode node = ControlCall.JSON.createObjectNode();
        node.put("clientId", app.clientId());
        node.put("displayName", app.displayName());
        node.put("enabled", app.isEnabled());
        ArrayNode secrets = node.putArray("secrets");
        app.secrets()
                .forEach(secret -> secrets.addObject()
                        .put("id", secret.id())
                        .put("expires", secret.expires().toString()));
        ArrayNode certificates = node.putArray("certificates");
        app.certificates()
                .forEach(one -> certificates.add(one.getSubjectX500Principal().getName()));
        ObjectNode roles = node.putObject("roles");
        for (Resource resource : Resource.values()) {
            ArrayNode granted = roles.putArray(resource.name());
            app.roles(resource).stream().sorted().forEach(granted::add);
        }
        return node;
    }
}
