package org.photobridge.spi;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a piece of work takes from the declared {@linkplain RateLimit limits}, asked for in one piece. */
public final class Cost {

    private static final Cost FREE = new Cost(Map.of());

    private final Map<String, Long> units;

    private Cost(Map<String, Long> units) {
        this.units = units;
    }

    /** Takes nothing, but still waits while the run is paused and notices a cancellation. */
    public static Cost free() {
        return FREE;
    }

    /** Takes this many units of one limit. */
    public static Cost of(String limit, long units) {
        return FREE.and(limit, units);
    }

    /**
     * This cost and units of a further limit; the same limit twice adds up.
     *
     * @param units one or more
     */
    public Cost and(String limit, long units) {
        if (units < 1) {
            throw new IllegalArgumentException("A cost is at least one unit, not " + units + " of " + limit);
        }
        Map<String, Long> all = new LinkedHashMap<>(this.units);
        all.merge(limit, units, Long::sum);
        return new Cost(all);
    }

    /** Units by the limit's name, in the order in which they were named. */
    public Map<String, Long> units() {
        return java.util.Collections.unmodifiableMap(units);
    }

    @Override
    public String toString() {
        return "Cost" + units;
    }
}
