package org.photobridge.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What went wrong with one account, as data: the same content as a {@link ProviderException}. */
public final class Failure {

    private final ErrorCategory category;
    private final String code;
    private final String message;
    private final Optional<Duration> retryAfter;

    private Failure(ErrorCategory category, String code, String message, Optional<Duration> retryAfter) {
        this.category = Objects.requireNonNull(category, "category");
        this.code = Objects.requireNonNull(code, "code");
        this.message = Objects.requireNonNull(message, "message");
        this.retryAfter = retryAfter;
    }

    /**
     * A failure.
     *
     * @param code a short stable name with an entry in the {@linkplain ProviderDescriptor#errors() error catalogue}
     * @param message technical detail in English for logs and tickets (status, the service's request id); no secret, no
     *     token, no picture
     */
    public static Failure of(ErrorCategory category, String code, String message) {
        return new Failure(category, code, message, Optional.empty());
    }

    /** This failure with the time that the service asked us to wait; zero or more. */
    public Failure retryAfter(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("A wait can't be negative: " + time);
        }
        return new Failure(category, code, message, Optional.of(time));
    }

    public ErrorCategory category() {
        return category;
    }

    public String code() {
        return code;
    }

    public String message() {
        return message;
    }

    /** The wait that the service asked for; empty if it said nothing. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Failure that
                && category == that.category
                && code.equals(that.code)
                && message.equals(that.message)
                && retryAfter.equals(that.retryAfter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(category, code, message, retryAfter);
    }

    @Override
    public String toString() {
        return category + " " + code + ": " + message
                + retryAfter.map(time -> " (retry after " + time + ")").orElse("");
    }
}
