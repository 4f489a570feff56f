package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.photobridge.portal.engine.Gate;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.Progress;
import org.photobridge.portal.engine.RunControl;
import org.photobridge.portal.engine.Signal;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.ProviderEnd;
import org.photobridge.spi.ProviderException;

/** Lets pages call open ends: through the gate that runs pass too, and only as long as a person would wait. */
@ApplicationScoped
class LiveCalls {

    /** The code for a call whose turn didn't come in time. */
    static final String NO_TURN = "no-turn-in-time";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration BACKGROUND = Duration.ofMinutes(10);

    private final Gate gate;
    private final Clock clock;
    private final AtomicLong number = new AtomicLong();

    protected LiveCalls() {
        this(null, null);
    }

    @Inject
    LiveCalls(Gate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Makes calls to one end.
     *
     * @throws ProviderException as the end does; with {@link #NO_TURN} if the gate didn't open in time
     */
    <T> T within(ProviderEnd end, Function<CallContext, T> work) {
        return within(end, Lane.ON_DEMAND, PATIENCE, work);
    }

    /** The same for work in the background: nobody waits for it, and nobody has to wait because of it. */
    <T> T inBackground(ProviderEnd end, Function<CallContext, T> work) {
        return within(end, Lane.BULK, BACKGROUND, work);
    }

    private <T> T within(ProviderEnd end, Lane lane, Duration patience, Function<CallContext, T> work) {
        Until control = new Until(clock, clock.instant().plus(patience));
        String name = "page-" + number.incrementAndGet();
        try {
            return work.apply(gate.call(end.rateLimits(), lane, control, name));
        } catch (CancellationException e) {
            throw ProviderException.of(ErrorCategory.THROTTLED, NO_TURN, "No turn within " + patience);
        }
    }

    private record Until(Clock clock, Instant deadline) implements RunControl {
        @Override
        public Signal signal() {
            return clock.instant().isBefore(deadline) ? Signal.GO_ON : Signal.CANCEL;
        }

        @Override
        public void progress(Progress progress) {
            // A page shows no steps of a single call.
        }
    }
}
