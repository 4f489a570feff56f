package org.photobridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.simulator.TestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.certificate.KeyedCertificate;
import org.photobridge.simulator.directory.AppRegistration;
import org.photobridge.simulator.directory.Resource;
import org.photobridge.simulator.entra.AccessToken;
import org.photobridge.simulator.entra.Credential;
import org.photobridge.simulator.http.Site;

class TokenTest {
    private M365Simulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator = M365Simulator.start(SimulatorOptions.defaults());
        client = new TestClient(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_secret_gives_a_token_that_says_so() throws Exception {
        AccessToken token = token(client.secretForm(simulator.mySiteUrl()));
        assertThat(token.credential()).isEqualTo(Credential.SECRET);
        assertThat(token.site()).isEqualTo(Site.MY);
        assertThat(token.roles()).containsExactlyInAnyOrder("Sites.FullControl.All", "User.ReadWrite.All");
    }

    @Test
    void an_assertion_gives_a_token_by_either_algorithm_and_alphabet() throws Exception {
        for (JWSAlgorithm algorithm : new JWSAlgorithm[] {JWSAlgorithm.RS256, JWSAlgorithm.PS256}) {
            for (boolean urlSafe : new boolean[] {true, false}) {
                Assertion assertion = new Assertion(simulator.clientCertificate());
                assertion.algorithm = algorithm;
                assertion.urlSafe = urlSafe;
                AccessToken token = token(assertion.form());
                assertThat(token.credential()).isEqualTo(Credential.CERTIFICATE);
                assertThat(token.audience()).isEqualTo(simulator.adminUrl().toString());
            }
        }
    }

    @Test
    void wrong_and_expired_secrets_are_told_apart() {
        Map<String, String> form = new HashMap<>(client.secretForm(simulator.graphUrl()));
        form.put("client_secret", "guessed");
        assertRefused(client.token(form), 401, "invalid_client", 7000215);
        simulator.app().expireSecrets(simulator.clock().instant());
        assertRefused(client.token(client.secretForm(simulator.graphUrl())), 401, "invalid_client", 7000222);
        form.remove("client_secret");
        assertRefused(client.token(form), 401, "invalid_client", 7000218);
    }

    @Test
    void apps_and_tenants_must_be_known_and_apps_enabled() {
        Map<String, String> form = new HashMap<>(client.secretForm(simulator.graphUrl()));
        assertRefused(client.tokenOf("elsewhere.onmicrosoft.com", form), 400, "invalid_request", 90002);
        simulator.app().enable(false);
        assertRefused(client.token(form), 400, "unauthorized_client", 7000112);
        form.put("client_id", UUID.randomUUID().toString());
        assertRefused(client.token(form), 400, "unauthorized_client", 700016);
    }

    @Test
    void the_tenant_is_known_by_its_id_in_any_case_and_by_its_domain() {
        Map<String, String> form = client.secretForm(simulator.graphUrl());
        assertThat(client.tokenOf(simulator.tenantId().toUpperCase(java.util.Locale.ROOT), form)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.tokenOf("contoso.onmicrosoft.com", form).statusCode()).isEqualTo(200);
    }

    @Test
    void a_scope_names_one_resource_that_there_is() {
        Map<String, String> form = new HashMap<>(client.secretForm(simulator.graphUrl()));
        form.put("scope", "https://graph.microsoft.com/User.Read.All");
        assertRefused(client.token(form), 400, "invalid_scope", 1002012);
        form.put("scope", simulator.graphUrl() + "/.default " + simulator.adminUrl() + "/.default");
        assertRefused(client.token(form), 400, "invalid_scope", 28002);
        form.put("scope", "https://contoso.example/.default");
        assertRefused(client.token(form), 400, "invalid_resource", 500011);
        form.remove("scope");
        assertRefused(client.token(form), 400, "invalid_request", 900144);
    }

    @Test
    void assertions_of_strangers_and_stale_ones_are_refused() {
        KeyedCertificate stranger = simulator.anotherCertificate("Stranger", tomorrow());
        assertRefused(client.token(new Assertion(stranger).form()), 401, "invalid_client", 700027);

        Assertion stale = new Assertion(simulator.clientCertificate());
        stale.expires = simulator.clock().instant().minus(Duration.ofHours(1));
        assertRefused(client.token(stale.form()), 401, "invalid_client", 700024);

        Assertion elsewhere = new Assertion(simulator.clientCertificate());
        elsewhere.audience = "https://login.microsoftonline.com/x/oauth2/v2.0/token";
        assertRefused(client.token(elsewhere.form()), 401, "invalid_client", 700023);

        Assertion forged = new Assertion(simulator.clientCertificate());
        forged.signer = stranger;
        assertRefused(client.token(forged.form()), 401, "invalid_client", 700027);
    }

    @Test
    void an_expired_certificate_is_refused() {
        KeyedCertificate old =
                simulator.anotherCertificate("Old", simulator.clock().instant().minus(Duration.ofDays(3)));
        simulator.app().addCertificate(old.certificate());
        assertRefused(client.token(new Assertion(old).form()), 401, "invalid_client", 1000502);
    }

    @Test
    void a_token_is_given_without_any_role_and_then_graph_refuses() {
        AppRegistration app = simulator.app();
        app.revoke(Resource.GRAPH, "User.Read.All");
        HttpResponse<byte[]> users = client.get("/users");
        assertThat(users.statusCode()).isEqualTo(403);
        assertThat(json(users).at("/error/code").asText()).isEqualTo("Authorization_RequestDenied");
        app.revoke(Resource.GRAPH, "ProfilePhoto.Read.All");
        HttpResponse<byte[]> photo = client.get("/users/anna.berg@contoso.onmicrosoft.com/photo");
        assertThat(json(photo).at("/error/code").asText()).isEqualTo("ErrorInsufficientPermissionsInAccessToken");
        app.revoke(Resource.GRAPH, "GroupMember.Read.All");
        assertThat(client.get("/groups").statusCode()).isEqualTo(403);
        assertThat(client.token(client.secretForm(simulator.graphUrl())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void members_without_a_permission_on_their_type_are_ids_alone() {
        simulator.app().revoke(Resource.GRAPH, "User.Read.All");
        String group =
                json(client.get("/groups")).path("value").get(0).path("id").asText();
        JsonNode member = json(client.get("/groups/" + group + "/members?$select=id,displayName,accountEnabled"))
                .path("value")
                .get(0);
        assertThat(member.path("id").asText()).isNotEmpty();
        assertThat(member.path("accountEnabled").isNull()).isTrue();
        assertThat(member.path("displayName").isNull()).isTrue();
    }

    @Test
    void tokens_run_out() {
        String token = client.graphToken();
        simulator.clock().advance(Duration.ofHours(1));
        HttpResponse<byte[]> response =
                client.send(HttpRequest.newBuilder(URI.create(simulator.graphUrl() + "/v1.0/users"))
                        .header("Authorization", "Bearer " + token)
                        .build());
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).at("/error/message").asText()).contains("expired");
    }

    @Test
    void discovery_knows_this_host_alone() {
        String discovery = simulator.loginUrl() + "/common/discovery/instance?api-version=1.1&authorization_endpoint=";
        HttpResponse<byte[]> own = client.send(
                HttpRequest.newBuilder(URI.create(discovery + simulator.loginUrl() + "/x/oauth2/v2.0/authorize"))
                        .build());
        assertThat(json(own).path("metadata")).hasSize(1);
        HttpResponse<byte[]> other = client.send(
                HttpRequest.newBuilder(URI.create(discovery + "https://login.example/x/oauth2/v2.0/authorize"))
                        .build());
        assertThat(json(other).path("error").asText()).isEqualTo("invalid_instance");
    }

    private AccessToken token(Map<String, String> form) throws Exception {
        HttpResponse<byte[]> response = client.token(form);
        assertThat(response.statusCode()).as(new String(response.body())).isEqualTo(200);
        return simulator.tokens().verify(json(response).path("access_token").asText());
    }

    private static void assertRefused(HttpResponse<byte[]> response, int status, String error, int number) {
        JsonNode body = json(response);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(body.path("error").asText()).isEqualTo(error);
        assertThat(body.path("error_codes").get(0).asInt()).isEqualTo(number);
        assertThat(body.path("error_description").asText())
                .startsWith("AADSTS" + number)
                .contains("Trace ID", "Correlation ID");
    }

    private Instant tomorrow() {
        return simulator.clock().instant().plus(Duration.ofDays(1));
    }

    /** A client assertion as an app makes it; tests spoil one field each. */
    private final class Assertion {
        private final KeyedCertificate certificate;
        private KeyedCertificate signer;
        private JWSAlgorithm algorithm = JWSAlgorithm.RS256;
        private boolean urlSafe;
        private String audience = simulator.loginUrl() + "/" + simulator.tenantId() + "/oauth2/v2.0/token";
        private Instant expires = simulator.clock().instant().plus(Duration.ofMinutes(10));

        Assertion(KeyedCertificate certificate) {
            this.certificate = certificate;
            this.signer = certificate;
        }

        Map<String, String> form() {
            return Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    simulator.clientId(),
                    "client_assertion_type",
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                    "client_assertion",
                    signed(),
                    "scope",
                    simulator.adminUrl() + "/.default");
        }

        private String signed() {
            try {
                byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(certificate.der());
                Base64.Encoder alphabet = urlSafe ? Base64.getUrlEncoder().withoutPadding() : Base64.getEncoder();
                JWSHeader header = JWSHeader.parse(Map.of(
                        "alg", algorithm.getName(), "typ", "JWT", "x5t#S256", alphabet.encodeToString(thumbprint)));
                JWTClaimsSet claims = new JWTClaimsSet.Builder()
                        .audience(audience)
                        .issuer(simulator.clientId())
                        .subject(simulator.clientId())
                        .jwtID(UUID.randomUUID().toString())
                        .expirationTime(java.util.Date.from(expires))
                        .build();
                SignedJWT jwt = new SignedJWT(header, claims);
                jwt.sign(new RSASSASigner(signer.key()));
                return jwt.serialize();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
