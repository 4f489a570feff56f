package org.photobridge.simulator.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.photobridge.simulator.directory.AppRegistration;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.entra.TokenRefusedException.Reason;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.Site;

/** Makes access tokens and tells genuine ones; audience and roles are for the service that gets them to judge. */
public final class AccessTokens {
    private static final String BEARER = "Bearer ";
    private static final int REMEMBERED = 500;
    /** A claim of the simulator's own. */
    private static final String CLAIMS_ASKED_FOR = "sim_claims";

    private final Tenant tenant;
    private final Clock clock;
    private final RSAKey key = SigningKey.KEY;

    /** Tokens whose signature was found good: every item of a batch carries the same one. */
    private final Map<String, AccessToken> genuine = new ConcurrentHashMap<>();

    /** One for all simulators of a process, since it takes long to make; tokens are bound to their tenant anyway. */
    private static final class SigningKey {
        static final RSAKey KEY = make();

        private static RSAKey make() {
            try {
                return new RSAKeyGenerator(2048).keyID("simulator-1").generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public AccessTokens(Tenant tenant, Clock clock) {
        this.tenant = tenant;
        this.clock = clock;
    }

    /** The public half of the signing key, as a JWK. */
    public RSAKey publicKey() {
        return key.toPublicJWK();
    }

    /** A token is made even for an app without any role, as Entra does. */
    public String issue(AppRegistration app, Audience audience, Credential credential, Duration life) {
        return issue(app, audience, credential, life, "");
    }

    /** As {@link #issue(AppRegistration, Audience, Credential, Duration)}, for a request with a claims parameter. */
    String issue(AppRegistration app, Audience audience, Credential credential, Duration life, String claimsAskedFor) {
        JWTClaimsSet.Builder claims = claims(app, audience, credential, life).claim(CLAIMS_ASKED_FOR, claimsAskedFor);
        Set<String> roles = app.roles(audience.resource());
        if (!roles.isEmpty()) {
            claims.claim("roles", List.copyOf(new TreeSet<>(roles)));
        }
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /**
     * The token of a request's Authorization header, if it is one of ours and not expired.
     *
     * @throws TokenRefusedException with the reason why not
     */
    public AccessToken verify(SimRequest request) throws TokenRefusedException {
        String header = request.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new TokenRefusedException(Reason.MISSING);
        }
        return verify(header.substring(BEARER.length()).trim());
    }

    /** As {@link #verify(SimRequest)}, of a bare token. */
    public AccessToken verify(String serialized) throws TokenRefusedException {
        AccessToken token = genuine.get(serialized);
        if (token == null) {
            token = checked(serialized);
            remember(serialized, token);
        }
        if (!token.expires().isAfter(clock.instant())) {
            throw new TokenRefusedException(Reason.EXPIRED);
        }
        return token;
    }

    private void remember(String serialized, AccessToken token) {
        if (genuine.size() >= REMEMBERED) {
            genuine.clear();
        }
        genuine.put(serialized, token);
    }

    private AccessToken checked(String serialized) throws TokenRefusedException {
        try {
            SignedJWT token = SignedJWT.parse(serialized);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            boolean signed = token.verify(new RSASSAVerifier(key.toRSAPublicKey()));
            if (!signed || !tenant.id().equals(claims.getStringClaim("tid"))) {
                throw new TokenRefusedException(Reason.BAD_SIGNATURE);
            }
            return read(claims);
        } catch (ParseException e) {
            throw new TokenRefusedException(Reason.MALFORMED);
        } catch (JOSEException e) {
            throw new TokenRefusedException(Reason.BAD_SIGNATURE);
        }
    }

    private AccessToken read(JWTClaimsSet claims) throws ParseException {
        String audience = claims.getAudience().get(0);
        List<String> roles = claims.getStringListClaim("roles");
        return new AccessToken(
                claims.getStringClaim("appid"),
                audience,
                Audience.of(audience, tenant.urls()).map(Audience::site).orElse(Site.LOGIN),
                roles == null ? Set.of() : Set.copyOf(roles),
                claims.getStringClaim("appidacr").equals("2") ? Credential.CERTIFICATE : Credential.SECRET,
                claims.getExpirationTime().toInstant(),
                claims.getStringClaim(CLAIMS_ASKED_FOR));
    }

    private JWTClaimsSet.Builder claims(AppRegistration app, Audience audience, Credential credential, Duration life) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .audience(audience.written())
                .issuer("https://sts.windows.net/" + tenant.id() + "/")
                .issueTime(java.util.Date.from(now))
                .notBeforeTime(java.util.Date.from(now))
                .expirationTime(java.util.Date.from(now.plus(life)))
                .subject(UUID.nameUUIDFromBytes(app.clientId().getBytes(StandardCharsets.UTF_8))
                        .toString())
                .claim("appid", app.clientId())
                .claim("app_displayname", app.displayName())
                .claim("appidacr", credential.appidacr())
                .claim("idtyp", "app")
                .claim("tid", tenant.id())
                .claim("ver", "1.0")
                .jwtID(UUID.randomUUID().toString());
    }
}
