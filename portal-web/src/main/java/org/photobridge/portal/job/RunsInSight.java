package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.Sight;

/** Shows whoever is limited to a group of a run only what it did for these people: nobody else's figures, nobody else's names. */
@ApplicationScoped
class RunsInSight {

    private final OutcomeRepository outcomes;

    protected RunsInSight() {
        this(null);
    }

    @Inject
    RunsInSight(OutcomeRepository outcomes) {
        this.outcomes = outcomes;
    }

    List<RunRow> shown(List<RunRow> rows) {
        if (!Sight.current().isLimited() || rows.isEmpty()) {
            return rows;
        }
        Map<Long, Map<OutcomeType, Long>> counts =
                outcomes.counts(rows.stream().map(RunRow::id).toList());
        return rows.stream()
                .map(row -> isOwn(row) ? row : shown(row, counts.getOrDefault(row.id(), Map.of())))
                .toList();
    }

    Optional<RunRow> shown(Optional<RunRow> row) {
        return shown(row.map(List::of).orElse(List.of())).stream().findFirst();
    }

    /** Whether the caller asked for this run. */
    static boolean isOwn(RunRow row) {
        Actor actor = Caller.current().actor();
        return row.actorName().equals(actor.name()) && row.triggerKind() == TriggerKind.of(actor.kind());
    }

    /** What the run was about may name others, and so may what somebody wrote; only one person's run is theirs alone. */
    private static RunRow shown(RunRow row, Map<OutcomeType, Long> counts) {
        return row.inPart(new RunCounts(counts, Map.of(), 0));
    }
}
