package org.photobridge.simulator.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.photobridge.simulator.directory.AppRegistration;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.http.SimRequest;

/** Checks the assertions that apps sign with their certificate's key (documented; RS256 and PS256). */
final class ClientAssertions {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256);
    private static final long SKEW_SECONDS = 300;

    private final Tenant tenant;
    private final Clock clock;

    ClientAssertions(Tenant tenant, Clock clock) {
        this.tenant = tenant;
        this.clock = clock;
    }

    void check(AppRegistration app, Map<String, String> form, SimRequest request) throws EntraRefusedException {
        if (!form.getOrDefault("client_assertion_type", "").equals(TYPE)) {
            throw new EntraRefusedException(EntraError.PARAMETER_MISSING, "client_assertion_type");
        }
        try {
            SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
            checkSignature(app, assertion);
            checkClaims(app, assertion.getJWTClaimsSet(), request);
        } catch (ParseException e) {
            throw new EntraRefusedException(EntraError.ASSERTION_CLAIMS, app.clientId());
        }
    }

    private void checkSignature(AppRegistration app, SignedJWT assertion) throws EntraRefusedException {
        X509Certificate certificate = certificate(app, assertion.getHeader());
        if (!ALGORITHMS.contains(assertion.getHeader().getAlgorithm())) {
            throw new EntraRefusedException(EntraError.BAD_SIGNATURE, app.clientId());
        }
        try {
            if (!assertion.verify(new RSASSAVerifier((RSAPublicKey) certificate.getPublicKey()))) {
                throw new EntraRefusedException(EntraError.BAD_SIGNATURE, app.clientId());
            }
        } catch (JOSEException e) {
            throw new EntraRefusedException(EntraError.BAD_SIGNATURE, app.clientId());
        }
        Instant now = clock.instant();
        if (!certificate.getNotAfter().toInstant().isAfter(now)) {
            throw new EntraRefusedException(EntraError.CERTIFICATE_EXPIRED, app.clientId());
        }
    }

    /** By thumbprint: SHA-256 or the older SHA-1, in either alphabet of Base64 (msal4j sends the standard one). */
    private static X509Certificate certificate(AppRegistration app, JWSHeader header) throws EntraRefusedException {
        byte[] sha256 = thumbprint(header, "x5t#S256");
        byte[] sha1 = thumbprint(header, "x5t");
        return app.certificates().stream()
                .filter(one ->
                        Arrays.equals(digest(one, "SHA-256"), sha256) || Arrays.equals(digest(one, "SHA-1"), sha1))
                .findFirst()
                .orElseThrow(() -> new EntraRefusedException(EntraError.BAD_ASSERTION, app.clientId()));
    }

    private static byte[] thumbprint(JWSHeader header, String name) {
        Object written = header.toJSONObject().get(name);
        if (written == null) {
            return new byte[0];
        }
        String urlSafe = written.toString().replace('+', '-').replace('/', '_').replace("=", "");
        try {
            return Base64.getUrlDecoder().decode(urlSafe);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] digest(X509Certificate certificate, String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void checkClaims(AppRegistration app, JWTClaimsSet claims, SimRequest request)
            throws EntraRefusedException {
        if (!app.clientId().equalsIgnoreCase(claims.getIssuer())
                || !app.clientId().equalsIgnoreCase(claims.getSubject())) {
            throw new EntraRefusedException(EntraError.ASSERTION_CLAIMS, app.clientId());
        }
        String endpoint = request.baseUrl() + request.path();
        String issuer = request.baseUrl() + "/" + tenant.id() + "/v2.0";
        boolean meant = claims.getAudience().stream()
                .anyMatch(one -> one.equalsIgnoreCase(endpoint) || one.equalsIgnoreCase(issuer));
        if (!meant) {
            throw new EntraRefusedException(EntraError.ASSERTION_AUDIENCE, app.clientId());
        }
        checkTimes(app, claims);
    }

    private void checkTimes(AppRegistration app, JWTClaimsSet claims) throws EntraRefusedException {
        Instant now = clock.instant();
        Optional<Instant> expires =
                Optional.ofNullable(claims.getExpirationTime()).map(java.util.Date::toInstant);
        Optional<Instant> from = Optional.ofNullable(claims.getNotBeforeTime()).map(java.util.Date::toInstant);
        boolean late = expires.isEmpty() || expires.get().isBefore(now.minusSeconds(SKEW_SECONDS));
        if (late || from.isPresent() && from.get().isAfter(now.plusSeconds(SKEW_SECONDS))) {
            throw new EntraRefusedException(EntraError.ASSERTION_TIMES, app.clientId());
        }
    }
}
