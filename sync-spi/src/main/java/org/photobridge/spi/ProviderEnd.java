package org.photobridge.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What open sources and open targets have in common. Methods may be called by several threads at once. */
public interface ProviderEnd extends AutoCloseable {

    /**
     * Checks the settings against the real system.
     *
     * <p>Unlike {@link EndFactory#validate}, which must not connect, this method makes one cheap call for each thing that
     * the end needs, with fresh credentials (never a cached token), and changes nothing. It may take seconds. An
     * unhealthy system is a normal answer: return a failing check that says what to do.
     *
     * @throws java.util.concurrent.CancellationException if the call was cancelled; nothing else
     */
    HealthReport checkHealth(CallContext call);

    /** What this end can do beyond the minimum; may depend on its settings, doesn't change while it is open. */
    Set<Capability> capabilities();

    /** The limits that {@link Cost} may name; doesn't change while the end is open. */
    default List<RateLimit> rateLimits() {
        return List.of();
    }

    /** The tenant that the end found itself in, once known; a plan refuses a source and a target that differ. */
    default Optional<String> realm() {
        return Optional.empty();
    }

    /**
     * What the system knows of a person, for the person page, in the order to show it.
     *
     * @return empty if it knows nothing of that person
     * @throws ProviderException if the system can't be asked
     */
    default List<Fact> describe(Account account, CallContext call) {
        return List.of();
    }

    /** Gives back connections and threads. Idempotent; no call is running or comes later. */
    @Override
    void close();
}
