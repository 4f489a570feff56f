package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.Sight;
import org.photobridge.portal.security.SightRepository;

/** Shows whoever is limited to a group of a run only what it did for these people: nobody else's figures, nobody else's names. */
@ApplicationScoped
class RunsInSight {

    private final OutcomeRepository outcomes;
    private final RunRepository runs;
    private final SightRepository people;

    protected RunsInSight() {
        this(null, null, null);
    }

    @Inject
    RunsInSight(OutcomeRepository outcomes, RunRepository runs, SightRepository people) {
        this.outcomes = outcomes;
        this.runs = runs;
        this.people = people;
    }

    List<RunRow> shown(List<RunRow> rows) {
        if (!Sight.current().isLimited() || rows.isEmpty()) {
            return rows;
        }
        List<Long> ids = rows.stream().map(RunRow::id).toList();
        Map<Long, Map<OutcomeType, Long>> counts = outcomes.counts(ids);
        Set<Long> within = within(ids);
        return rows.stream()
                .map(row -> isCallers(row) && within.contains(row.id())
                        ? row
                        : inPart(row, counts.getOrDefault(row.id(), Map.of()), within))
                .toList();
    }

    Optional<RunRow> shown(Optional<RunRow> row) {
        return shown(row.map(List::of).orElse(List.of())).stream().findFirst();
    }

    /**
     * Whether the caller asked for this run, and could ask for it today: whoever was limited since, or to another group,
     * has no say any more over people who are out of sight.
     */
    boolean isOwn(RunRow row) {
        return isCallers(row)
                && (!Sight.current().isLimited() || !within(List.of(row.id())).isEmpty());
    }

    private static boolean isCallers(RunRow row) {
        Actor actor = Caller.current().actor();
        return row.actorName().equals(actor.name()) && row.triggerKind() == TriggerKind.of(actor.kind());
    }

    /** Which of the runs are about nobody but people in sight. */
    private Set<Long> within(Collection<Long> ids) {
        return runs.asked(ids).stream()
                .filter(this::isWithin)
                .map(RunRepository.Asked::runId)
                .collect(Collectors.toSet());
    }

    private boolean isWithin(RunRepository.Asked asked) {
        List<String> ids = asked.ids();
        return switch (asked.kind()) {
            case ALL -> false;
            case GROUP -> Sight.current().covers(asked.sourceConnection(), ids.get(0));
            case ACCOUNT, LIST -> people.among(asked.sourceConnection(), ids).containsAll(ids);
        };
    }

    /** What the run was about may name others, and so may what somebody wrote; only one person's run is theirs alone. */
    private static RunRow inPart(RunRow row, Map<OutcomeType, Long> counts, Set<Long> within) {
        boolean theirsAlone = row.scopeKind() == ScopeKind.ACCOUNT && (within.contains(row.id()) || !counts.isEmpty());
        return row.inPart(new RunCounts(counts, Map.of(), 0), theirsAlone);
    }
}
