package org.photobridge.portal.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.engine.RunSummary;
import org.photobridge.portal.platform.PassingFault;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;

/** Says how a run stands that something else than its engine brought to a stop. */
final class Breakdown {

    static final String DATABASE = "portal-database-fault";
    static final String DEFECT = "portal-defect";

    private static final Duration NEXT_TRY = Duration.ofMinutes(1);
    private static final int MOST_WAITS = 12;

    private Breakdown() {}

    /** A fault that passes lets the run go on where it was, a few times in a row; anything else is a defect. */
    static RunSummary of(RuntimeException problem, int timesWaited, Instant now) {
        if (!PassingFault.is(problem)) {
            return failed(Failure.of(ErrorCategory.INTERNAL, DEFECT, problem.toString()));
        }
        Failure fault = Failure.of(ErrorCategory.UNAVAILABLE, DATABASE, problem.toString());
        return timesWaited < MOST_WAITS ? waiting(fault, now.plus(NEXT_TRY)) : failed(fault);
    }

    static RunSummary failed(Failure failure) {
        return summary(RunState.FAILED, failure, Optional.empty());
    }

    private static RunSummary waiting(Failure failure, Instant until) {
        return summary(RunState.WAITING, failure, Optional.of(until));
    }

    private static RunSummary summary(RunState state, Failure failure, Optional<Instant> resumeAt) {
        return new RunSummary(
                state,
                Optional.of(failure.code()),
                Optional.of(failure.category()),
                failure.message(),
                resumeAt,
                RunCounts.NONE,
                OptionalLong.empty());
    }
}
