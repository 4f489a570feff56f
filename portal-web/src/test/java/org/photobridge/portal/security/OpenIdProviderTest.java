package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.portal.boundary.KeyStores;
import org.photobridge.portal.platform.DatabaseReady;
import org.photobridge.portal.test.TlsDoor;

/** What a provider publishes about itself is no order: it can't send the portal to any address it likes. */
class OpenIdProviderTest {
    private static final String SHARED_SECRET = "a secret that the portal and the provider share";
    private static final URI BACK = URI.create("https://portal.example/signin/return");

    private static final RSAKey KEY = key();
    private static final OpenIdAttempt ATTEMPT =
            new OpenIdAttempt("state", "nonce", "verifier-verifier-verifier-verifier-verifier", "/");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> published = new HashMap<>();
    private final Map<String, Object> claims = new HashMap<>();
    private final Map<String, String> settings =
            new HashMap<>(Map.of("client-id", "photobridge", "client-secret", SHARED_SECRET, "roles", "a=admin"));
    private List<String> publishedAlgorithms = List.of();
    private JWKSet keys = new JWKSet(KEY);
    private JWSAlgorithm algorithm = JWSAlgorithm.RS256;
    private Signing signed = token -> token.sign(new RSASSASigner(KEY));
    private HttpServer server;
    private String issuer;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", this::answer);
        server.start();
        published.put("issuer", issuer);
        published.put("authorization_endpoint", issuer + "/authorize");
        published.put("token_endpoint", issuer + "/token");
        published.put("jwks_uri", issuer + "/keys");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_provider_on_its_own_host_is_called() throws OpenIdRefusedException {
        OpenIdProvider provider = provider();

        assertThat(provider.address(provider.attempt("/"), BACK).toString()).startsWith(issuer + "/authorize?");
        assertThat(asked).containsExactly("/.well-known/openid-configuration");
    }

    @Test
    void a_published_address_that_nothing_of_ours_talks_to_is_refused() {
        refused("authorization_endpoint", "https://169.254.169.254/authorize", "the portal never talks to");
        refused("token_endpoint", "https://169.254.169.254/token", "the portal never talks to");
        refused("token_endpoint", "http://login.example/token", "must begin with https://");
        refused("jwks_uri", "https://[fd00:ec2::254]/keys", "the portal never talks to");
        refused("jwks_uri", "http://metadata.google.internal/keys", "the portal never talks to");
    }

    @Test
    void a_provider_that_calls_itself_something_else_is_refused() {
        refused("issuer", "https://elsewhere.example", "It calls itself");
    }

    @Test
    void whom_it_vouches_for_with_a_key_that_it_publishes_is_believed() throws OpenIdRefusedException {
        OpenIdProvider provider = provider();

        assertThat(provider.person(ATTEMPT, "code", BACK).name()).isEqualTo("anna@contoso.example");
    }

    @Test
    void an_id_token_is_believed_with_the_algorithms_that_the_provider_names_and_no_weak_one() throws Exception {
        signed = token -> token.sign(new RSASSASigner(KEY));
        algorithm = JWSAlgorithm.PS256;
        refused(() -> provider().person(ATTEMPT, "code", BACK), "can't be used");
        publishedAlgorithms = List.of("RS256", "PS256", "ES256");
        assertThat(provider().person(ATTEMPT, "code", BACK).subject()).isEqualTo("1");

        ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        keys = new JWKSet(curve);
        algorithm = JWSAlgorithm.ES256;
        signed = token -> token.sign(new ECDSASigner(curve));
        assertThat(provider().person(ATTEMPT, "code", BACK).subject()).isEqualTo("1");

        algorithm = JWSAlgorithm.HS256;
        signed = token -> token.sign(new MACSigner(SHARED_SECRET));
        publishedAlgorithms = List.of("RS256", "HS256");
        refused(() -> provider().person(ATTEMPT, "code", BACK), "can't be used");
        publishedAlgorithms = List.of("HS256", "none");
        refused(() -> provider().person(ATTEMPT, "code", BACK), "the portal takes");
    }

    @Test
    void an_id_token_that_nobody_signed_is_not_believed() {
        algorithm = null;
        publishedAlgorithms = List.of("none", "RS256");

        refused(() -> provider().person(ATTEMPT, "code", BACK), "can't be used");
    }

    @Test
    void groups_that_the_provider_leaves_out_are_noticed() throws OpenIdRefusedException {
        settings.put("roles-claim", "groups");
        assertThat(provider().person(ATTEMPT, "code", BACK).isGroupsLeftOut()).isFalse();

        claims.put("_claim_names", Map.of("groups", "src1"));
        assertThat(provider().person(ATTEMPT, "code", BACK).isGroupsLeftOut()).isTrue();
        claims.remove("_claim_names");
        claims.put("hasgroups", true);
        assertThat(provider().person(ATTEMPT, "code", BACK).isGroupsLeftOut()).isTrue();

        settings.put("roles-claim", "roles");
        assertThat(provider().person(ATTEMPT, "code", BACK).isGroupsLeftOut())
                .as("roles come by roles")
                .isFalse();
    }

    @Test
    void whoever_signs_out_does_so_at_a_provider_that_offers_it() throws OpenIdRefusedException {
        URI back = URI.create("https://portal.example/signin.xhtml");
        assertThat(provider().signOutAddress(idToken(), back)).isEmpty();
        published.put("end_session_endpoint", "javascript:alert(1)");
        assertThat(provider().signOutAddress(idToken(), back)).isEmpty();
        published.put("end_session_endpoint", issuer + "/leave");

        assertThat(provider().signOutAddress(idToken(), back).orElseThrow().toString())
                .startsWith(issuer + "/leave?")
                .contains("id_token_hint=ey")
                .contains("client_id=photobridge")
                .contains("post_logout_redirect_uri=https%3A%2F%2Fportal.example%2Fsignin.xhtml");
    }

    @Test
    void no_answer_leads_on_to_another_address() {
        published.put("jwks_uri", issuer + "/elsewhere/keys");
        refused(() -> provider().person(ATTEMPT, "code", BACK), "can't be used");
        assertThat(asked).endsWith("/elsewhere/keys");

        published.put("token_endpoint", issuer + "/elsewhere/token");
        refused(() -> provider().person(ATTEMPT, "code", BACK), "gave no token");
        assertThat(asked).endsWith("/elsewhere/token");
    }

    @Test
    void the_portal_s_own_key_is_shown_to_nobody(@TempDir Path folder) throws Exception {
        Path store = KeyStores.make(folder.resolve("portal.p12"), "-1d", 30);
        try (TlsDoor door = new TlsDoor(store, KeyStores.PASSWORD)) {
            issuer = door.address().toString();

            refused(() -> provider().address(ATTEMPT, BACK), "can't be reached");
            assertThat(door.shown()).isEqualTo("nothing");
        }
    }

    @Test
    void an_endless_answer_is_cut_off() {
        published.put("padding", "x".repeat(600_000));

        refused(() -> provider().address(provider().attempt("/"), BACK), "more than");
    }

    private void refused(String name, String value, String words) {
        String before = published.put(name, value);
        OpenIdProvider provider = provider();
        refused(() -> provider.address(provider.attempt("/"), BACK), words);
        published.put(name, before);
    }

    private static void refused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(OpenIdRefusedException.class).hasMessageContaining(words);
    }

    private OpenIdProvider provider() {
        settings.putIfAbsent("issuer", issuer);
        OpenIdConfiguration configuration = new OpenIdConfiguration(MapConfig.ofOpenId(settings));
        configuration.onStart(new DatabaseReady());
        return new OpenIdProvider(configuration);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        if (path.startsWith("/elsewhere/")) {
            exchange.getResponseHeaders().add("Location", issuer + path.substring("/elsewhere".length()));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
            return;
        }
        byte[] body = (switch (path) {
                    case "/keys" -> keys.toString();
                    case "/token" ->
                        "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken() + "\"}";
                    default -> json();
                })
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String idToken() {
        JWTClaimsSet.Builder all = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("1")
                .audience("photobridge")
                .claim("nonce", ATTEMPT.nonce())
                .claim("preferred_username", "anna@contoso.example")
                .issueTime(Date.from(Clock.systemUTC().instant()))
                .expirationTime(Date.from(Clock.systemUTC().instant().plusSeconds(60)));
        claims.forEach(all::claim);
        if (algorithm == null) {
            return new PlainJWT(all.build()).serialize();
        }
        JWSHeader header = new JWSHeader.Builder(algorithm)
                .keyID(keys.getKeys().get(0).getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, all.build());
        try {
            signed.by(token);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** How an id token is signed. */
    private interface Signing {
        void by(SignedJWT token) throws JOSEException;
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String json() {
        StringBuilder json = new StringBuilder("{\"subject_types_supported\":[\"public\"]");
        published.forEach((name, value) ->
                json.append(",\"").append(name).append("\":\"").append(value).append('"'));
        if (!publishedAlgorithms.isEmpty()) {
            json.append(",\"id_token_signing_alg_values_supported\":[\"")
                    .append(String.join("\",\"", publishedAlgorithms))
                    .append("\"]");
        }
        return json.append('}').toString();
    }
}
