package org.photobridge.portal.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.MalformedURLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Believes an id token that the provider signed, and that is for this portal, this moment and this attempt.
 * <p>It has to be signed with a key that only the provider has: without a signature, or with a secret that both sides
 * know, anybody who can write to the browser could say who signs in.
 */
final class IdTokenCheck {
    private static final Set<JWSAlgorithm> TAKEN = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final OIDCProviderMetadata provider;
    private final ClientID portal;
    private final ResourceRetriever calls;

    IdTokenCheck(OIDCProviderMetadata provider, ClientID portal, ResourceRetriever calls) {
        this.provider = provider;
        this.portal = portal;
        this.calls = calls;
    }

    /** Signature, issuer, audience, times and nonce. */
    IDTokenClaimsSet claims(JWT token, Nonce nonce)
            throws MalformedURLException, BadJOSEException, JOSEException, OpenIdRefusedException {
        var keys = new JWSVerificationKeySelector<>(algorithms(), keys());
        return new IDTokenValidator(provider.getIssuer(), portal, keys, null).validate(token, nonce);
    }

    /** Those that the provider says it signs with, as far as we take them. */
    private Set<JWSAlgorithm> algorithms() throws OpenIdRefusedException {
        List<JWSAlgorithm> said =
                Optional.ofNullable(provider.getIDTokenJWSAlgs()).orElse(List.of(JWSAlgorithm.RS256));
        Set<JWSAlgorithm> both = new HashSet<>(said);
        both.retainAll(TAKEN);
        if (both.isEmpty()) {
            throw new OpenIdRefusedException(
                    "The provider signs id tokens with " + said + "; the portal takes " + TAKEN + " only.");
        }
        return both;
    }

    /** Read for each sign-in: the provider changes them as it likes. */
    private JWKSource<SecurityContext> keys() throws MalformedURLException {
        return JWKSourceBuilder.create(provider.getJWKSetURI().toURL(), calls)
                .refreshAheadCache(false)
                .cache(false)
                .rateLimited(false)
                .retrying(false)
                .build();
    }
}
