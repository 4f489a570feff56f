package org.photobridge.portal.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Speaks OpenID Connect with the configured provider: code flow with PKCE, id token checked.
 * <p>What the provider publishes about itself is read when the first person wants to sign in, so the portal starts
 * without it.
 */
@ApplicationScoped
class OpenIdProvider {
    /** Servers refuse longer addresses; without the hint the provider asks the person. */
    private static final int LONGEST_HINT = 4000;

    private final OpenIdCalls calls = new OpenIdCalls();
    private final OpenIdConfiguration configuration;
    private volatile OIDCProviderMetadata metadata;

    /** For the container's proxy only. */
    protected OpenIdProvider() {
        this(null);
    }

    @Inject
    OpenIdProvider(OpenIdConfiguration configuration) {
        this.configuration = configuration;
    }

    Optional<OpenIdSettings> settings() {
        return configuration.settings();
    }

    OpenIdAttempt attempt(String from) {
        return new OpenIdAttempt(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), from);
    }

    /** Where to send the browser. */
    URI address(OpenIdAttempt attempt, URI redirect) throws OpenIdRefusedException {
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        new Scope("openid", "profile", "email"),
                        clientId(),
                        redirect)
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Whom the provider vouches for with this code. */
    OpenIdPerson person(OpenIdAttempt attempt, String code, URI redirect) throws OpenIdRefusedException {
        try {
            JWT token = tokens(attempt, code, redirect).getOIDCTokens().getIDToken();
            IDTokenClaimsSet claims =
                    new IdTokenCheck(metadata(), clientId(), calls).claims(token, new Nonce(attempt.nonce()));
            return person(claims, token);
        } catch (IOException | GeneralException | BadJOSEException | JOSEException e) {
            throw new OpenIdRefusedException("The provider's answer can't be used: " + e.getMessage(), e);
        }
    }

    /**
     * Where a browser ends the person's session with the provider, too; empty if the provider offers no such place.
     *
     * @param idToken tells the provider whose session it is
     * @param back where it should send the browser after that
     */
    Optional<URI> signOutAddress(String idToken, URI back) throws OpenIdRefusedException {
        Optional<URI> published = Optional.ofNullable(metadata().getEndSessionEndpointURI())
                .filter(address -> OpenIdCalls.problem(address).isEmpty());
        try {
            JWT hint = idToken.length() > LONGEST_HINT ? null : JWTParser.parse(idToken);
            return published.map(
                    address -> new LogoutRequest(address, hint, null, clientId(), back, null, null).toURI());
        } catch (java.text.ParseException e) {
            throw new OpenIdRefusedException("The session's id token can't be read", e);
        }
    }

    private OIDCTokenResponse tokens(OpenIdAttempt attempt, String code, URI redirect)
            throws IOException, ParseException, OpenIdRefusedException {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), redirect, new CodeVerifier(attempt.verifier()));
        HTTPRequest request = new TokenRequest.Builder(metadata().getTokenEndpointURI(), client(), grant)
                .build()
                .toHTTPRequest();
        TokenResponse response = OIDCTokenResponseParser.parse(request.send(calls));
        if (!response.indicatesSuccess()) {
            throw new OpenIdRefusedException("The provider gave no token: "
                    + response.toErrorResponse().getErrorObject().getDescription());
        }
        return (OIDCTokenResponse) response.toSuccessResponse();
    }

    private OpenIdPerson person(IDTokenClaimsSet claims, JWT token) {
        String subject = claims.getSubject().getValue();
        String name = Optional.ofNullable(claims.getStringClaim("preferred_username"))
                .or(() -> Optional.ofNullable(claims.getStringClaim("email")))
                .orElse(subject);
        String displayName = Optional.ofNullable(claims.getStringClaim("name")).orElse("");
        return new OpenIdPerson(
                claims.getIssuer().getValue(),
                subject,
                name,
                displayName,
                values(claims),
                isLeftOut(claims),
                org.photobridge.spi.Secret.of(token.getParsedString()));
    }

    private List<String> values(IDTokenClaimsSet claims) {
        Object claim = claims.getClaim(needed().rolesClaim());
        if (claim instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return claim instanceof String text ? List.of(text) : List.of();
    }

    /** Entra ID's way to say that somebody is in more groups than an id token may list. */
    private boolean isLeftOut(IDTokenClaimsSet claims) {
        String claim = needed().rolesClaim();
        boolean isElsewhere = claims.getClaim("_claim_names") instanceof Map<?, ?> names && names.containsKey(claim);
        return isElsewhere || claim.equals("groups") && "true".equals(String.valueOf(claims.getClaim("hasgroups")));
    }

    private OIDCProviderMetadata metadata() throws OpenIdRefusedException {
        if (metadata == null) {
            try {
                metadata = published(new Issuer(needed().issuer()));
            } catch (GeneralException | IOException e) {
                throw new OpenIdRefusedException("The provider can't be reached: " + e.getMessage(), e);
            }
        }
        return metadata;
    }

    private OIDCProviderMetadata published(Issuer issuer) throws GeneralException, IOException {
        String said =
                calls.retrieveResource(OIDCProviderMetadata.resolveURL(issuer)).getContent();
        OIDCProviderMetadata read = OIDCProviderMetadata.parse(said);
        if (!read.getIssuer().equals(issuer)) {
            throw new GeneralException("It calls itself " + read.getIssuer() + ", not " + issuer);
        }
        usable("authorization", read.getAuthorizationEndpointURI());
        usable("token", read.getTokenEndpointURI());
        usable("keys", read.getJWKSetURI());
        return read;
    }

    private static void usable(String purpose, URI published) throws GeneralException {
        String problem = published == null
                ? "is missing"
                : OpenIdCalls.problem(published).orElse("");
        if (!problem.isEmpty()) {
            throw new GeneralException("Its address for " + purpose + " " + problem + ": " + published);
        }
    }

    private ClientSecretPost client() {
        return new ClientSecretPost(
                clientId(), new Secret(needed().clientSecret().reveal()));
    }

    private ClientID clientId() {
        return new ClientID(needed().clientId());
    }

    private OpenIdSettings needed() {
        return settings().orElseThrow(() -> new IllegalStateException("No OpenID provider is configured"));
    }
}
