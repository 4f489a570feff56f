package org.photobridge.sharepoint;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.photobridge.spi.Failure;

/**
 * Tells what a refusal means. The only place that knows SharePoint's status codes and texts.
 *
 * <p>A 500 in known words is no passing weakness here: SharePoint refuses single properties with it, for good. In any
 * other words it may be one: it is tried again, a few times, and nothing is concluded from it.
 */
final class Refusals {
    /** What SharePoint's texts mean, first match first; texts are compared in lower case. */
    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("propertynoteditable", Problem.PROPERTY_LOCKED),
            new Meaning("property not editable", Problem.PROPERTY_LOCKED),
            new Meaning("managing your own data", Problem.PROPERTY_LOCKED),
            new Meaning("user not found", Problem.NO_PROFILE),
            new Meaning("usernotfound", Problem.NO_PROFILE),
            new Meaning("propertynotfound", Problem.PROPERTY_UNKNOWN),
            new Meaning("property not found", Problem.PROPERTY_UNKNOWN),
            new Meaning("unauthorizedaccessexception", Problem.PROFILE_PERMISSION),
            new Meaning("access denied", Problem.PROFILE_PERMISSION),
            new Meaning("unauthorized operation", Problem.PROFILE_PERMISSION));

    private record Meaning(String part, Problem problem) {}

    private Refusals() {}

    /** Whether SharePoint itself (not a proxy, not another service) says that a file or folder isn't there. */
    static boolean isMissing(ServiceAnswer answer) {
        return answer.status() == 404 && isSharePoint(answer);
    }

    static Failure failure(ServiceAnswer answer, Clock clock) {
        Failure failure = problem(answer).failure(answer.describe(text(answer)));
        return Pace.wait(answer, clock)
                .filter(time -> failure.category().isRetryable())
                .map(failure::retryAfter)
                .orElse(failure);
    }

    /** What CSOM's ErrorInfo, which comes with HTTP 200, means. */
    static Failure failure(ServiceAnswer answer, Json errorInfo) {
        String type = errorInfo.text("ErrorTypeName").orElse("");
        String message = errorInfo.text("ErrorMessage").orElse("");
        Problem problem = meaning(type + " " + message).orElse(Problem.UNEXPLAINED);
        return problem.failure(answer.describe(type + ": " + message));
    }

    private static Problem problem(ServiceAnswer answer) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return Problem.WRONG_HOST;
        }
        return switch (status) {
            case 401 -> unauthorized(answer);
            case 403 -> answer.site() == Site.ADMIN ? Problem.PROFILE_PERMISSION : Problem.FILE_PERMISSION;
            case 404 -> isSharePoint(answer) ? Problem.NOT_FOUND : Problem.WRONG_HOST;
            case 423 -> Problem.FILE_LOCKED;
            case 429 -> Problem.THROTTLED;
            case 502, 503, 504 -> Problem.BUSY;
            default -> meaning(text(answer)).orElse(status >= 500 ? Problem.UNEXPLAINED : Problem.REFUSED);
        };
    }

    private static Problem unauthorized(ServiceAnswer answer) {
        String said = (answer.text() + answer.header("x-ms-diagnostics").orElse("")).toLowerCase(Locale.ROOT);
        if (said.contains("audience")) {
            return Problem.WRONG_AUDIENCE;
        }
        return said.contains("app only") || said.contains("apponly") ? Problem.APP_ONLY_REFUSED : Problem.TOKEN_REFUSED;
    }

    private static Optional<Problem> meaning(String text) {
        String said = text.toLowerCase(Locale.ROOT);
        return MEANINGS.stream()
                .filter(meaning -> said.contains(meaning.part))
                .map(Meaning::problem)
                .findFirst();
    }

    private static boolean isSharePoint(ServiceAnswer answer) {
        return Json.parse(answer.body())
                .filter(body -> envelope(body).isObject())
                .isPresent();
    }

    private static String text(ServiceAnswer answer) {
        Json error = Json.parse(answer.body()).map(Refusals::envelope).orElse(Json.NOTHING);
        String said = error.text("code").orElse("") + " "
                + error.get("message").text("value").orElse("");
        String location =
                answer.header("Location").map(to -> " redirected to " + to).orElse("");
        return (said.isBlank() ? answer.text() : said) + location;
    }

    /** Named by the metadata level: {@code odata.error}, or {@code error} for verbose. */
    private static Json envelope(Json body) {
        return body.has("odata.error") ? body.get("odata.error") : body.get("error");
    }
}
