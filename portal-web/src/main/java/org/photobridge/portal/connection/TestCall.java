package org.photobridge.portal.connection;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;
import org.photobridge.spi.Permit;

/** Accompanies a connection test: counts what it asks for and ends it when it is cancelled. It waits for nothing. */
final class TestCall implements CallContext {
    private final String id;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean cancelled;

    TestCall(String id) {
        this.id = id;
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** How many calls the test has made so far. */
    int asked() {
        return asked.get();
    }

    @Override
    public Permit acquire(Cost cost) {
        if (cancelled) {
            throw new CancellationException("The test was cancelled");
        }
        asked.incrementAndGet();
        return () -> {};
    }

    @Override
    public void observe(String limit, long remaining, Duration resetsAfter) {
        // a handful of calls that a person asked for: nothing to slow down
    }

    @Override
    public String callId() {
        return id;
    }
}
