package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Slows down guessing: after a few free tries each further one for a name has to wait twice as long, up to a minute. */
@ApplicationScoped
class SignInDelay {
    private static final int FREE_TRIES = 4;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final SignInDelayRepository delays;
    private final Clock clock;

    /** For the container's proxy only. */
    protected SignInDelay() {
        this(null, null);
    }

    @Inject
    SignInDelay(SignInDelayRepository delays, Clock clock) {
        this.delays = delays;
        this.clock = clock;
    }

    /**
     * Counts a try before its password is looked at, so that tries sent at the same time count as well. It is stored at
     * once, whatever becomes of what is going on: nobody waits for a password to be checked, and no count is undone.
     *
     * @return how long the name has to wait instead, and then nothing was counted; zero if it may try
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Duration tried(String name) {
        Instant now = Moment.of(clock);
        return delays.count(name, now, SignInDelay::waitAfter)
                .map(until -> Duration.between(now, until))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    @Transactional
    void succeeded(String name) {
        delays.clear(name);
    }

    static Duration waitAfter(int failures) {
        if (failures <= FREE_TRIES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE_TRIES - 1, 6);
        Duration wait = Duration.ofSeconds(1L << doublings);
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
