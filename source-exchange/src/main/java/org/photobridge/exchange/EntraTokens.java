package org.photobridge.exchange;

import com.microsoft.aad.msal4j.ClaimsRequest;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.ProviderException;

/**
 * Holds the one token of a connection and signs in for another when it is needed.
 *
 * <p>All methods share one lock, also while they wait for the sign-in service: so there is never more than one token
 * request at a time, and whoever waited gets the token that another has fetched. msal4j's own cache is bypassed: it isn't
 * keyed on the credential, so that a wrong secret would seem good as long as an old token lives.
 */
final class EntraTokens {
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);

    private final ExchangeSettings settings;
    private final EntraTransport transport;
    private final ExecutorService executor;
    private final Clock clock;
    private Optional<AccessToken> held = Optional.empty();

    EntraTokens(ExchangeSettings settings, EntraTransport transport, ExecutorService executor, Clock clock) {
        this.settings = settings;
        this.transport = transport;
        this.executor = executor;
        this.clock = clock;
    }

    /** A token that is good for five minutes more; one that lives shortly, for half of its life. */
    synchronized AccessToken current() {
        Instant now = clock.instant();
        Optional<AccessToken> good = held.filter(token -> token.isFreshAt(now));
        return good.isPresent() ? good.get() : fetch(Optional.empty());
    }

    /** Another token than the one that the service has just refused; fetched unless somebody else has done so. */
    synchronized AccessToken insteadOf(AccessToken refused, Optional<String> claims) {
        Optional<AccessToken> newer = held.filter(token -> token != refused);
        return newer.isPresent() ? newer.get() : fetch(claims);
    }

    /** A token that was asked for now, so that it proves today's credential. */
    synchronized AccessToken fresh() {
        return fetch(Optional.empty());
    }

    /** What the last token says, if there has been one. */
    synchronized Optional<AccessToken> last() {
        return held;
    }

    private AccessToken fetch(Optional<String> claims) {
        requireUnexpiredCertificate();
        String value = await(claims);
        Duration life = transport.lifetimeOfLastToken();
        Duration margin = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? MARGIN : life.dividedBy(2);
        AccessToken token = new AccessToken(value, clock.instant().plus(life).minus(margin));
        held = Optional.of(token);
        return token;
    }

    private void requireUnexpiredCertificate() {
        settings.credential()
                .certificate()
                .map(certificate -> certificate.certificate().getNotAfter().toInstant())
                .filter(end -> end.isBefore(clock.instant()))
                .ifPresent(end -> {
                    throw ExchangeError.CERTIFICATE_EXPIRED.exception("The certificate expired on " + end);
                });
    }

    private String await(Optional<String> claims) {
        try {
            IAuthenticationResult result =
                    app().acquireToken(parameters(claims)).get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
            return result.accessToken();
        } catch (ExecutionException e) {
            throw translated(e);
        } catch (TimeoutException e) {
            throw ExchangeError.LOGIN_UNREACHABLE.exception("No answer within " + LONGEST_WAIT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ExchangeError.LOGIN_UNREACHABLE.exception("Interrupted while signing in", e);
        }
    }

    /** What the transport threw lies somewhere below msal4j's own wrapping. */
    private static ProviderException translated(ExecutionException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProviderException ours) {
                return ours;
            }
        }
        return ExchangeError.LOGIN_REFUSED.exception("msal4j: " + e.getCause(), e);
    }

    private ClientCredentialParameters parameters(Optional<String> claims) {
        var parameters = ClientCredentialParameters.builder(Set.of(settings.graph() + "/.default"))
                .skipCache(true);
        claims.map(ClaimsRequest::formatAsClaimsRequest).ifPresent(parameters::claims);
        return parameters.build();
    }

    private ConfidentialClientApplication app() {
        try {
            return ConfidentialClientApplication.builder(settings.clientId(), credential())
                    .authority(authority())
                    .validateAuthority(false)
                    .instanceDiscovery(false)
                    .disableInternalRetries()
                    .httpClient(transport)
                    .executorService(executor)
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw ExchangeError.SETTINGS.exception("Sign-in can't be set up: " + e.getMessage(), e);
        }
    }

    /** Always https, because msal4j accepts nothing else, and with the port that the transport expects. */
    private String authority() {
        URI login = settings.login();
        boolean bareHttp = login.getScheme().equals("http") && login.getPort() < 0;
        String host = bareHttp ? login.getHost() + ":80" : login.getRawAuthority();
        return "https://" + host + "/" + settings.tenant() + "/";
    }

    private IClientCredential credential() {
        Optional<ClientCertificate> certificate = settings.credential().certificate();
        return certificate.isPresent()
                ? ClientCredentialFactory.createFromCertificateChain(
                        certificate.get().key(), certificate.get().chain())
                : ClientCredentialFactory.createFromSecret(
                        settings.credential().secret().orElseThrow().reveal());
    }
}
