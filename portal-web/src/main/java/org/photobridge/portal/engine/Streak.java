package org.photobridge.portal.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;

/** Notices when one person after another fails for the same reason: then it isn't the people. */
final class Streak {

    private static final int MOST = 20;

    private final Clock clock;
    private final RunSpec spec;
    private Optional<Failure> last = Optional.empty();
    private int length;

    Streak(Clock clock, RunSpec spec) {
        this.clock = clock;
        this.spec = spec;
    }

    void note(Outcome outcome) {
        if (outcome.type() != OutcomeType.FAILED) {
            length = outcome.type() == OutcomeType.UPDATED ? 0 : length;
            return;
        }
        ErrorCategory category = outcome.category().orElseThrow();
        if (category == ErrorCategory.REJECTED || category == ErrorCategory.NOT_FOUND) {
            return;
        }
        Failure failure = Failure.of(category, outcome.reason().orElseThrow(), outcome.detail());
        boolean same = last.map(Failure::code).filter(failure.code()::equals).isPresent();
        length = same ? length + 1 : 1;
        last = Optional.of(failure);
    }

    Optional<RunStopped> stop() {
        if (length < MOST) {
            return Optional.empty();
        }
        Failure failure = last.orElseThrow();
        boolean comesBack = failure.category().isRetryable() && spec.timesWaited() < ProviderCalls.MOST_WAITS;
        Optional<Instant> resumeAt =
                comesBack ? Optional.of(clock.instant().plus(ProviderCalls.NEXT_TRY)) : Optional.empty();
        return Optional.of(RunStopped.manyEqual(comesBack ? RunState.WAITING : RunState.PAUSED, failure, resumeAt));
    }
}
