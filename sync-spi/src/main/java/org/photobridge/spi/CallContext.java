package org.photobridge.spi;

import java.time.Duration;

/** What accompanies every call that may reach the remote service. Used by the calling thread only. */
public interface CallContext {

    /**
     * Waits until the cost fits into all limits at once, then takes it.
     *
     * <p>A provider acquires all that one account's write needs before that account's first write, so that no stop falls
     * between an upload and its properties:
     * {@code try (Permit permit = call.acquire(Cost.of("ru", 8).and("people-manager", 4))) { ... }}.
     *
     * @throws java.util.concurrent.CancellationException if the run was cancelled or the host is shutting down. If
     *     nothing of the batch was sent yet, let it pass; else return, with {@code NotAttempted} for the rest.
     * @throws IllegalArgumentException if the cost names a limit that the end didn't declare, or more than its window
     *     ever allows
     */
    Permit acquire(Cost cost);

    /**
     * Reports what the service says of a limit, so that other calls slow down in time.
     *
     * @param limit the declared limit's name
     * @param remaining units left in the service's window; 0 after a throttled answer
     * @param resetsAfter when the service gives a fresh window; zero or more
     */
    void observe(String limit, long remaining, Duration resetsAfter);

    /** Identifies this call in logs, for example a run's id; harmless to send to the service as a request id's prefix. */
    String callId();
}
