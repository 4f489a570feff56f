package org.photobridge.portal.job;

import java.time.Instant;
import java.util.Optional;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;

/**
 * A run as it is stored: what was asked, where it stands, and its counts.
 *
 * @param total how many people it will meet; empty until that is known
 * @param listed how many people the source listed; empty until its listing came to the end
 * @param waitingFor what a waiting run waits for; empty text if it doesn't wait
 * @param step the step it is in; empty text before the first
 * @param problemCode why it failed or is held; empty text if it didn't
 */
public record RunRow(
        long id,
        long requestId,
        long planId,
        String planName,
        RunKind kind,
        Lane lane,
        ScopeKind scopeKind,
        String scopeLabel,
        TriggerKind triggerKind,
        String actorName,
        String reason,
        Optional<Long> startedByRun,
        RunState state,
        long epoch,
        Instant requestedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<Instant> waitingUntil,
        String waitingFor,
        String problemCategory,
        String problemCode,
        String problemMessage,
        String step,
        RunCounts counts,
        Optional<Long> total,
        Optional<Long> listed,
        int timesWaited,
        boolean cancelRequested,
        boolean pauseRequested) {
    /** The same for whoever may see some of its people only: with their figures, and without what may name others. */
    RunRow inPart(RunCounts theirs, boolean theirsAlone) {
        return new RunRow(
                id,
                requestId,
                planId,
                planName,
                kind,
                lane,
                scopeKind,
                theirsAlone ? scopeLabel : "",
                triggerKind,
                actorName,
                theirsAlone ? reason : "",
                startedByRun,
                state,
                epoch,
                requestedAt,
                startedAt,
                finishedAt,
                waitingUntil,
                waitingFor,
                problemCategory,
                problemCode,
                "",
                step,
                theirs,
                Optional.empty(),
                Optional.empty(),
                timesWaited,
                cancelRequested,
                pauseRequested);
    }

    public boolean isEnded() {
        return state.isFinal();
    }

    /** Whether it met everybody it was to meet, some of whom may have failed. */
    public boolean isComplete() {
        return state == RunState.SUCCEEDED || state == RunState.COMPLETED_WITH_FAILURES;
    }
}
