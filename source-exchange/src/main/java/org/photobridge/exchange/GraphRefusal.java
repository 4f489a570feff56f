package org.photobridge.exchange;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;

/** Reads an answer of Graph that isn't the one hoped for: which of our errors it is, with Microsoft's words for tickets. */
final class GraphRefusal {
    private static final Set<String> GONE = Set.of(
            "request_resourcenotfound",
            "resourcenotfound",
            "errorinvaliduser",
            "erroruserresolutionfaileduserdoesnotexist");
    private static final Set<String> EXPIRED_PAGE =
            Set.of("directory_expiredpagetoken", "directory_invalidpagetoken", "expiredpagetoken", "syncstatenotfound");

    private final GraphAnswer answer;
    private final Json error;

    private GraphRefusal(GraphAnswer answer) {
        this.answer = answer;
        this.error = innermost(answer.json().at("error"));
    }

    static GraphRefusal of(GraphAnswer answer) {
        return new GraphRefusal(answer);
    }

    /** The user-profile service sometimes wraps the real error, as JSON, into the message of an "UnknownError". */
    private static Json innermost(Json error) {
        Json wrapped =
                error.text("message").map(Json::parse).orElse(Json.parse("")).at("error");
        return wrapped.text("code").isPresent() ? wrapped : error;
    }

    /** Graph's own code in lower case; empty if the answer has none, for example a proxy's page. */
    String code() {
        return error.text("code").orElse("").toLowerCase(Locale.ROOT);
    }

    /** The refusal as an error of ours. */
    Failure failure(Subject subject, Clock clock) {
        Failure failure = error(subject).failure(detail());
        return answer.retryAfter(clock).map(failure::retryAfter).orElse(failure);
    }

    ProviderException exception(Subject subject, Clock clock) {
        return new ProviderException(failure(subject, clock));
    }

    private ExchangeError error(Subject subject) {
        int status = answer.status();
        return switch (status) {
            case 401 -> ExchangeError.GRAPH_UNAUTHORIZED;
            case 403 -> subject.forbidden();
            case 404 -> GONE.contains(code()) ? subject.gone() : ExchangeError.NOT_FOUND;
            case 429, 509 -> ExchangeError.GRAPH_THROTTLED;
            default -> byClass(status);
        };
    }

    private ExchangeError byClass(int status) {
        if (EXPIRED_PAGE.contains(code())) {
            return ExchangeError.PAGE_EXPIRED;
        }
        if (status >= 500 || status == 408 || status == 424) {
            return ExchangeError.GRAPH_UNAVAILABLE;
        }
        if (status >= 400) {
            return ExchangeError.REJECTED;
        }
        return status >= 300 && status != 304 ? ExchangeError.REDIRECT : ExchangeError.UNREADABLE;
    }

    /** What a ticket at Microsoft needs. The message is text from outside, but names no secret. */
    String detail() {
        StringBuilder detail = new StringBuilder("Graph answered " + answer.status());
        error.text("code").ifPresent(code -> detail.append(' ').append(code));
        error.text("message").ifPresent(message -> detail.append(": ").append(shortened(message)));
        requestId().ifPresent(id -> detail.append(" (request-id ").append(id).append(')'));
        return detail.toString();
    }

    private Optional<String> requestId() {
        return answer.header("request-id").or(() -> error.at("innerError").text("request-id"));
    }

    private static String shortened(String message) {
        return message.length() <= 300 ? message : message.substring(0, 300) + "...";
    }
}
