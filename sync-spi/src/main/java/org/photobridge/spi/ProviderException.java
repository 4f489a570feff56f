package org.photobridge.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The one exception of this contract: the run as a whole can't go on for now.
 *
 * <p>What concerns a single account is a {@code Failed} result instead. The host tries again for the categories that are
 * {@linkplain ErrorCategory#isRetryable() retryable}.
 */
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** An exception with this failure's content. */
    public ProviderException(Failure failure) {
        super(failure.message());
        this.failure = Objects.requireNonNull(failure, "failure");
    }

    /** An exception with this failure's content and what caused it. */
    public ProviderException(Failure failure, Throwable cause) {
        super(failure.message(), cause);
        this.failure = Objects.requireNonNull(failure, "failure");
    }

    /** Short for {@code new ProviderException(Failure.of(category, code, message))}. */
    public static ProviderException of(ErrorCategory category, String code, String message) {
        return new ProviderException(Failure.of(category, code, message));
    }

    /** The content as data, for a provider that turns an exception into an account's result. */
    public Failure failure() {
        return failure;
    }

    public ErrorCategory category() {
        return failure.category();
    }

    public String code() {
        return failure.code();
    }

    /** The wait that the service asked for; empty if it said nothing. */
    public Optional<Duration> retryAfter() {
        return failure.retryAfter();
    }
}
