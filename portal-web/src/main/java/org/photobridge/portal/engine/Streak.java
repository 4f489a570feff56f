package org.photobridge.portal.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;

/** Notices when one person after another fails for the same reason: then it isn't the people. */
final class Streak {

    private static final int MOST = 20;

    private final Clock clock;
    private final RunSpec spec;
    private final Map<End, Row> rows = new EnumMap<>(End.class);

    Streak(Clock clock, RunSpec spec) {
        this.clock = clock;
        this.spec = spec;
    }

    /** Somebody whom an end served well breaks the row of that end's failures; who needed no call of it tells nothing. */
    void note(Case one, Outcome outcome) {
        End reached = one.isReadFromSource() ? End.TARGET : End.SOURCE;
        if (reached == End.TARGET) {
            rows.remove(End.SOURCE);
        }
        if (outcome.type() == OutcomeType.FAILED) {
            lengthen(reached, outcome);
        } else if (one.found.isPresent()) {
            rows.remove(End.TARGET);
        }
    }

    private void lengthen(End end, Outcome outcome) {
        ErrorCategory category = outcome.category().orElseThrow();
        if (category == ErrorCategory.REJECTED || category == ErrorCategory.NOT_FOUND) {
            return;
        }
        Failure failure = Failure.of(category, outcome.reason().orElseThrow(), outcome.detail());
        rows.merge(end, new Row(failure, 1), Row::followedBy);
    }

    Optional<RunStopped> stop() {
        return rows.values().stream()
                .filter(row -> row.length >= MOST)
                .findFirst()
                .map(row -> stop(row.failure));
    }

    private RunStopped stop(Failure failure) {
        boolean comesBack = failure.category().isRetryable() && spec.timesWaited() < ProviderCalls.MOST_WAITS;
        Optional<Instant> resumeAt =
                comesBack ? Optional.of(clock.instant().plus(ProviderCalls.NEXT_TRY)) : Optional.empty();
        return RunStopped.manyEqual(comesBack ? RunState.WAITING : RunState.PAUSED, failure, resumeAt);
    }

    private record Row(Failure failure, int length) {
        Row followedBy(Row next) {
            boolean same = failure.code().equals(next.failure.code());
            return same ? new Row(next.failure, length + 1) : next;
        }
    }
}
