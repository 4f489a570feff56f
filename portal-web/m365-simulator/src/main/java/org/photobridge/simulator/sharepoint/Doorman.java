package org.photobridge.simulator.sharepoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.entra.AccessToken;
import org.photobridge.simulator.entra.AccessTokens;
import org.photobridge.simulator.entra.Credential;
import org.photobridge.simulator.entra.TokenRefusedException;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.http.Site;

/**
 * Lets apps in by their tokens: each host is an audience of its own, and only a certificate will do (documented). The
 * words of the refusals are observed, but for the one about expired tokens and the one about secrets.
 */
final class Doorman {
    private static final String SHAREPOINT = "00000003-0000-0ff1-ce00-000000000000";

    private final Tenant tenant;
    private final AccessTokens tokens;
    private final Browsers browsers;

    /** Somebody was turned away. */
    static final class TurnedAway extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient SimResponse response;

        TurnedAway(SimResponse response) {
            super("401");
            this.response = response;
        }

        SimResponse response() {
            return response;
        }
    }

    Doorman(Tenant tenant, AccessTokens tokens, Browsers browsers) {
        this.tenant = tenant;
        this.tokens = tokens;
        this.browsers = browsers;
    }

    Caller admit(SimRequest request) throws TurnedAway {
        Optional<Caller> browser = browsers.caller(request);
        return browser.isPresent() ? browser.get() : app(request);
    }

    private Caller app(SimRequest request) throws TurnedAway {
        AccessToken token = genuine(request);
        if (token.site() == Site.GRAPH || token.site() == Site.LOGIN) {
            throw turnedAway("Invalid issuer or signature.", "3000006;reason=\"Token contains invalid signature.\"");
        }
        if (token.site() != request.site()) {
            throw turnedAway(
                    "Exception of type 'Microsoft.IdentityModel.Tokens.AudienceUriValidationFailedException' was"
                            + " thrown.",
                    "3000003;reason=\"Invalid audience Uri '" + token.audience() + "'.\"");
        }
        if (token.credential() != Credential.CERTIFICATE) {
            throw turnedAway("Unsupported app only token.", "3000003;reason=\"Unsupported app only token.\"");
        }
        return new Caller(token.appId(), token.roles(), request.site(), false);
    }

    private AccessToken genuine(SimRequest request) throws TurnedAway {
        try {
            return tokens.verify(request);
        } catch (TokenRefusedException refused) {
            throw switch (refused.reason()) {
                case MISSING -> turnedAway("", "");
                case MALFORMED -> turnedAway("Unsupported security token.", "");
                case EXPIRED ->
                    turnedAway(
                            "Invalid JWT token. The token is expired.",
                            "3000003;reason=\"Invalid JWT token. The token is expired.\"");
                case BAD_SIGNATURE ->
                    turnedAway(
                            "Token contains invalid signature.",
                            "3000006;reason=\"Token contains invalid signature.\"");
            };
        }
    }

    private TurnedAway turnedAway(String description, String diagnostics) {
        String login = tenant.urls().of(Site.LOGIN) + "/" + tenant.id();
        SimResponse response = description.isEmpty()
                ? SimResponse.empty(401)
                : SimResponse.json(401, JsonNodeFactory.instance.objectNode().put("error_description", description));
        response = response.with(
                "WWW-Authenticate",
                "Bearer realm=\"" + tenant.id() + "\",client_id=\"" + SHAREPOINT
                        + "\",trusted_issuers=\"00000001-0000-0000-c000-000000000000@*\",authorization_uri=\"" + login
                        + "/oauth2/authorize\"");
        return new TurnedAway(
                diagnostics.isEmpty()
                        ? response
                        : response.with("x-ms-diagnostics", diagnostics + ";category=\"invalid_client\""));
    }
}
