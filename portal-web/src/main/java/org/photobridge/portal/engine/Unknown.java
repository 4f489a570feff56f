package org.photobridge.portal.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.photobridge.spi.ErrorCategory;

/** Records people who were asked for by name and whom the source doesn't know. */
final class Unknown {

    private Unknown() {}

    static void record(RunContext run, List<String> identifiers) {
        if (identifiers.isEmpty()) {
            return;
        }
        Set<String> recorded = run.journal().recorded(identifiers);
        List<Outcome> outcomes = identifiers.stream()
                .distinct()
                .filter(identifier -> !recorded.contains(identifier))
                .map(identifier -> outcome(run, identifier))
                .toList();
        if (!outcomes.isEmpty()) {
            RunCounts counts = run.figures.with(RunCounts.of(outcomes));
            run.journal().record(new BatchRecord(List.of(), outcomes, List.of(), List.of(), counts));
            run.figures.recorded(counts);
        }
    }

    private static Outcome outcome(RunContext run, String identifier) {
        return new Outcome(
                identifier,
                "",
                OutcomeType.FAILED,
                Optional.of(Reason.UNKNOWN_ACCOUNT.code()),
                Optional.of(ErrorCategory.NOT_FOUND),
                "",
                Condition.UNKNOWN,
                false,
                run.now());
    }
}
