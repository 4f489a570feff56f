package org.photobridge.portal.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.photobridge.portal.engine.Condition;

/**
 * How many people are in each condition.
 *
 * @param parts in the order of {@link Condition}; only conditions that somebody is in
 */
public record Coverage(List<Part> parts) {

    /** One condition; shares are of a thousand, {@code before} that of the parts before it. */
    public record Part(Condition condition, long people, long share, long before) {
        /** For an SVG attribute. */
        public String width() {
            return percent(share);
        }

        public String offset() {
            return percent(before);
        }

        private static String percent(long share) {
            return share / 10 + "." + share % 10 + "%";
        }
    }

    public Coverage {
        parts = List.copyOf(parts);
    }

    static Coverage of(Map<String, Long> peopleByCondition) {
        long total =
                peopleByCondition.values().stream().mapToLong(Long::longValue).sum();
        long[] before = {0};
        return new Coverage(Arrays.stream(Condition.values())
                .filter(condition -> peopleByCondition.getOrDefault(condition.name(), 0L) > 0)
                .map(condition -> part(condition, peopleByCondition.get(condition.name()), total, before))
                .toList());
    }

    private static Part part(Condition condition, long people, long total, long[] before) {
        Part part = new Part(condition, people, Math.max(1, people * 1000 / total), before[0]);
        before[0] += part.share();
        return part;
    }

    public long total() {
        return parts.stream().mapToLong(Part::people).sum();
    }

    public long of(Condition condition) {
        return parts.stream()
                .filter(part -> part.condition() == condition)
                .mapToLong(Part::people)
                .sum();
    }

    /** People of whom nothing is known yet. */
    public boolean isUnchecked() {
        return of(Condition.UNKNOWN) == total();
    }
}
