package org.photobridge.sharepoint;

import com.microsoft.aad.msal4j.MsalServiceException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;

/** Tells what it means that a sign-in failed. */
final class SignInProblems {
    private SignInProblems() {}

    static ProviderException of(Throwable cause, URI site, Clock clock) {
        if (cause instanceof ProviderException problem) {
            return problem;
        }
        if (cause instanceof MsalServiceException refusal) {
            return new ProviderException(failure(refusal, site, clock), refusal);
        }
        Optional<IOException> network = find(cause, IOException.class);
        Problem problem = network.filter(Transport::isOfTls).isPresent() ? Problem.TLS : Problem.SIGN_IN_UNAVAILABLE;
        String detail = network.map(IOException::toString).orElse(String.valueOf(cause));
        return new ProviderException(problem.failure("signing in for " + site + ": " + detail), cause);
    }

    private static Failure failure(MsalServiceException refusal, URI site, Clock clock) {
        String detail = "signing in for " + site + ": HTTP " + refusal.statusCode() + " " + refusal.errorCode() + ": "
                + Details.shortened(String.valueOf(refusal.getMessage()));
        Failure failure = problem(refusal).failure(detail);
        return RetryAfter.read(first(refusal.headers(), "Retry-After"), clock)
                .map(failure::retryAfter)
                .orElse(failure);
    }

    private static Problem problem(MsalServiceException refusal) {
        int status = refusal.statusCode() == null ? 0 : refusal.statusCode();
        if (status == 429) {
            return Problem.SIGN_IN_THROTTLED;
        }
        return status >= 500 ? Problem.SIGN_IN_UNAVAILABLE : refused(refusal);
    }

    /** By OAuth's own words, as Microsoft asks; the AADSTS number only tells a wrong tenant from other bad requests. */
    private static Problem refused(MsalServiceException refusal) {
        String text = String.valueOf(refusal.getMessage());
        return switch (String.valueOf(refusal.errorCode())) {
            case "invalid_client" -> Problem.SIGN_IN_CERTIFICATE;
            case "unauthorized_client" -> Problem.SIGN_IN_APP;
            case "invalid_resource", "invalid_scope" -> Problem.SIGN_IN_SITE;
            case "temporarily_unavailable", "server_error" -> Problem.SIGN_IN_UNAVAILABLE;
            case "invalid_request", "invalid_tenant" ->
                text.contains("AADSTS9000") ? Problem.SIGN_IN_TENANT : Problem.SIGN_IN_REFUSED;
            default -> Problem.SIGN_IN_REFUSED;
        };
    }

    private static Optional<String> first(Map<String, List<String>> headers, String name) {
        return Optional.ofNullable(headers).orElse(Map.of()).entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    private static <T extends Throwable> Optional<T> find(Throwable problem, Class<T> type) {
        for (Throwable at = problem; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }
}
