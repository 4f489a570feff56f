package org.photobridge.portal.engine;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * A run's figures so far; sums of what was recorded, so that a resumed run goes on counting.
 *
 * @param outcomes people by how it ended
 * @param steps people by step
 * @param guarded removals, and overwrites of pictures not ours
 */
public record RunCounts(Map<OutcomeType, Long> outcomes, Map<Step, Long> steps, long guarded) {

    public static final RunCounts NONE = new RunCounts(Map.of(), Map.of(), 0);

    public RunCounts {
        outcomes = Map.copyOf(outcomes);
        steps = Map.copyOf(steps);
    }

    public long of(OutcomeType type) {
        return outcomes.getOrDefault(type, 0L);
    }

    public long of(Step step) {
        return steps.getOrDefault(step, 0L);
    }

    /** People recorded. */
    public long people() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    public RunCounts plus(RunCounts more) {
        return new RunCounts(sum(outcomes, more.outcomes), sum(steps, more.steps), guarded + more.guarded);
    }

    /** The counts of these outcomes alone. */
    static RunCounts of(Collection<Outcome> outcomes) {
        Map<OutcomeType, Long> byType = new EnumMap<>(OutcomeType.class);
        outcomes.forEach(outcome -> byType.merge(outcome.type(), 1L, Long::sum));
        return new RunCounts(
                byType, Map.of(), outcomes.stream().filter(Outcome::guarded).count());
    }

    private static <K> Map<K, Long> sum(Map<K, Long> some, Map<K, Long> more) {
        Map<K, Long> all = new HashMap<>(some);
        more.forEach((key, count) -> all.merge(key, count, Long::sum));
        return all;
    }
}
