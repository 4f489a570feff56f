package org.photobridge.portal.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.photobridge.portal.job.RunRow;

/**
 * A run as scripts see it.
 *
 * @param ended whether the state is final
 * @param outcomes people by outcome
 * @param steps people by step
 * @param problem why it failed or is held
 */
public record RunView(
        long id,
        String plan,
        String kind,
        String state,
        boolean ended,
        String scope,
        String scopeLabel,
        String trigger,
        String actor,
        Instant requestedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<Instant> waitingUntil,
        Optional<Long> total,
        Map<String, Long> outcomes,
        Map<String, Long> steps,
        Optional<Problem> problem) {

    /** Why a run failed, waits or is held. */
    public record Problem(String code, String category, String message) {}

    static RunView of(RunRow run) {
        return new RunView(
                run.id(),
                run.planName(),
                run.kind().name(),
                run.state().name(),
                run.isEnded(),
                run.scopeKind().name(),
                run.scopeLabel(),
                run.triggerKind().name(),
                run.actorName(),
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.waitingUntil(),
                run.total(),
                names(run.counts().outcomes()),
                names(run.counts().steps()),
                problem(run));
    }

    private static Optional<Problem> problem(RunRow run) {
        return run.problemCode().isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(run.problemCode(), run.problemCategory(), run.problemMessage()));
    }

    private static Map<String, Long> names(Map<? extends Enum<?>, Long> counts) {
        Map<String, Long> named = new TreeMap<>();
        counts.forEach((key, count) -> named.put(key.name(), count));
        return named;
    }
}
