package org.photobridge.portal.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.photobridge.spi.RateLimit;

/** The limits of one connection that an operator set to other numbers than its provider declares. */
public record LimitOverrides(Map<String, Allowance> byLimit) {

    /** Units per window. */
    public record Allowance(long units, Duration window) {
        public Allowance {
            if (units < 1 || window.isZero() || window.isNegative()) {
                throw new IllegalArgumentException("A limit allows something in some time");
            }
        }
    }

    public LimitOverrides {
        byLimit = Map.copyOf(byLimit);
    }

    public static LimitOverrides none() {
        return new LimitOverrides(Map.of());
    }

    List<RateLimit> apply(List<RateLimit> declared) {
        return declared.stream().map(this::apply).toList();
    }

    private RateLimit apply(RateLimit limit) {
        Allowance own = byLimit.get(limit.name());
        if (own == null) {
            return limit;
        }
        return new RateLimit(
                limit.budget(), limit.name(), limit.label(), own.units(), own.window(), limit.mostInFlight());
    }
}
