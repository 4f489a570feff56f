package org.photobridge.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;

/**
 * What one method of a fake does before it answers: nothing, unless a test queued something for the next calls; may be
 * shared by threads.
 */
public final class CallScript {

    private static final Runnable NOTHING = () -> {};

    private final Deque<Runnable> next = new ArrayDeque<>();
    private Runnable always = NOTHING;
    private int calls;

    CallScript() {}

    /** The next call without a plan of its own throws this. */
    public synchronized void throwOnce(RuntimeException exception) {
        next.add(thrower(exception));
    }

    /** Every call without a plan of its own throws this, until {@link #recover}. */
    public synchronized void throwAlways(RuntimeException exception) {
        always = thrower(exception);
    }

    /** The next call is throttled for the stated time. */
    public void throttleOnce(Duration retryAfter) {
        throwOnce(throttled(Optional.of(retryAfter)));
    }

    /** The next call is throttled and isn't told for how long. */
    public void throttleOnce() {
        throwOnce(throttled(Optional.empty()));
    }

    /** The next call answers as usual; for "the second call fails". */
    public synchronized void passOnce() {
        next.add(NOTHING);
    }

    /** The next call runs this and then answers as usual; for a cancellation or a change in mid-run. */
    public synchronized void runOnce(Runnable action) {
        next.add(action);
    }

    /** Forgets every plan. */
    public synchronized void recover() {
        next.clear();
        always = NOTHING;
    }

    /** How often the method was called, whatever came of it. */
    public synchronized int calls() {
        return calls;
    }

    void play() {
        take().run();
    }

    private synchronized Runnable take() {
        calls++;
        return next.isEmpty() ? always : next.remove();
    }

    private static Runnable thrower(RuntimeException exception) {
        return () -> {
            throw exception;
        };
    }

    private static ProviderException throttled(Optional<Duration> retryAfter) {
        Failure failure = Failure.of(ErrorCategory.THROTTLED, FakeProvider.THROTTLED, "429 Too Many Requests");
        return new ProviderException(retryAfter.map(failure::retryAfter).orElse(failure));
    }
}
