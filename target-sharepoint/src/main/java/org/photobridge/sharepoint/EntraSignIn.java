package org.photobridge.sharepoint;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCertificate;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.ProviderContext;

/**
 * Signs the app in with its certificate, one host at a time. SharePoint takes no secret: Entra would issue a token for
 * one, and SharePoint refuse it.
 */
final class EntraSignIn {
    private final SharePointSettings settings;
    private final Clock clock;
    private final ConfidentialClientApplication application;

    EntraSignIn(SharePointSettings settings, ProviderContext context, Transport transport) {
        this.settings = settings;
        this.clock = context.clock();
        this.application = application(context, transport);
    }

    /**
     * A new token; never one that was issued before.
     *
     * @throws org.photobridge.spi.ProviderException if Entra issues none
     */
    AccessToken signIn(URI site) {
        requireValidCertificate();
        ClientCredentialParameters request = ClientCredentialParameters.builder(Set.of(site + "/.default"))
                .skipCache(true)
                .build();
        try {
            return token(application.acquireToken(request).get(), site);
        } catch (ExecutionException e) {
            throw SignInProblems.of(e.getCause(), site, clock);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.SIGN_IN_UNAVAILABLE.exception("interrupted while signing in");
        }
    }

    /** msal4j takes an answer without a token for a success. */
    private AccessToken token(IAuthenticationResult result, URI site) {
        if (result.accessToken() == null || result.accessToken().isBlank()) {
            throw Problem.SIGN_IN_REFUSED.exception("the answer for " + site + " holds no token");
        }
        return new AccessToken(
                result.accessToken(), clock.instant(), result.expiresOnDate().toInstant());
    }

    /** Said here in so many words; Entra would say only that it doesn't know the certificate. */
    private void requireValidCertificate() {
        Instant expires = certificate().certificate().getNotAfter().toInstant();
        if (clock.instant().isAfter(expires)) {
            throw Problem.CERTIFICATE_EXPIRED.exception("the certificate ended at " + expires);
        }
    }

    private ClientCertificate certificate() {
        return settings.certificate().orElseThrow(() -> Problem.CERTIFICATE_MISSING.exception("no certificate is set"));
    }

    /** Without discovery: it would ask login.microsoftonline.com of any other host, and the answer decides nothing. */
    private ConfidentialClientApplication application(ProviderContext context, Transport transport) {
        ClientCertificate certificate = certificate();
        IClientCertificate credential =
                ClientCredentialFactory.createFromCertificateChain(certificate.key(), certificate.chain());
        try {
            return ConfidentialClientApplication.builder(settings.clientId(), credential)
                    .authority(authority())
                    .validateAuthority(false)
                    .instanceDiscovery(false)
                    .httpClient(new EntraTransport(transport, settings.login()))
                    .executorService(context.executor())
                    .disableInternalRetries()
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw Problem.SIGN_IN_TENANT.exception("no login address can be made: " + e.getMessage());
        }
    }

    /** msal4j wants https here and exactly one path segment; {@link EntraTransport} knows the real scheme. */
    private String authority() {
        URI login = settings.login();
        String port = login.getPort() == -1 ? "" : ":" + login.getPort();
        return "https://" + login.getHost() + port + "/" + settings.tenantId() + "/";
    }
}
