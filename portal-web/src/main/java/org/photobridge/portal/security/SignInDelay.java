package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.photobridge.portal.security.SignInDelayRepository.Delay;

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

    /** How long this name has to wait before its next try; zero if it may try now. */
    @Transactional
    Duration remaining(String name) {
        Instant until = delays.find(name).map(Delay::blockedUntil).orElse(Instant.EPOCH);
        Duration left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Counts a try before its password is looked at, so that tries sent at the same time count as well. */
    @Transactional
    void tried(String name) {
        int failures = delays.find(name).map(Delay::failures).orElse(0) + 1;
        delays.store(name, new Delay(failures, clock.instant().plus(waitAfter(failures))));
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
