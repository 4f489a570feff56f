package org.photobridge.portal.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.RateLimit;

/**
 * The gate that every call to a remote service passes: it keeps to all limits at once, whichever run or page spends them, at
 * 95 % of what is allowed, people who wait first. One for the whole portal.
 */
public final class Gate {

    private static final Duration SOON = Duration.ofMillis(25);

    private record Key(String budget, String limit) {}

    private final Map<Key, Meter> meters = new LinkedHashMap<>();
    private final Clock clock;
    private final Waiter waiter;

    public Gate(Clock clock, Waiter waiter) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.waiter = Objects.requireNonNull(waiter, "waiter");
    }

    /**
     * The context for calls to one open end.
     *
     * @param limits as the end declares them
     * @param control asked whether to stop; told nothing
     * @param callId identifies the calls in logs
     */
    public CallContext call(List<RateLimit> limits, Lane lane, RunControl control, String callId) {
        return call(limits, lane, control, callId, (until, limit) -> {});
    }

    CallContext call(List<RateLimit> limits, Lane lane, RunControl control, String callId, GatedCall.Host host) {
        return new GatedCall(this, register(limits), lane, control, callId, host);
    }

    private synchronized Map<String, Meter> register(List<RateLimit> limits) {
        Map<String, Meter> byName = new LinkedHashMap<>();
        for (RateLimit limit : limits) {
            Meter meter = meters.computeIfAbsent(new Key(limit.budget(), limit.name()), key -> new Meter(limit));
            meter.redeclare(limit);
            byName.put(limit.name(), meter);
        }
        return byName;
    }

    /** What is in use now, in the order in which limits were first met. */
    public synchronized List<BudgetUse> use() {
        Instant now = clock.instant();
        return meters.values().stream().map(meter -> meter.use(now)).toList();
    }

    /** Takes the units from all meters, or from none and says when to try again. */
    synchronized Optional<Instant> tryTake(Map<Meter, Long> cost, Lane lane) {
        Instant now = clock.instant();
        Instant earliest = cost.entrySet().stream()
                .map(part -> part.getKey().earliest(part.getValue(), lane, now, now.plus(SOON)))
                .max(Instant::compareTo)
                .orElse(now);
        if (earliest.isAfter(now)) {
            return Optional.of(earliest);
        }
        cost.forEach((meter, units) -> meter.take(units, now));
        return Optional.empty();
    }

    synchronized void giveBack(Collection<Meter> taken) {
        taken.forEach(Meter::giveBack);
    }

    synchronized void onDemandWaits(Collection<Meter> wanted, int change) {
        wanted.forEach(meter -> meter.onDemandWaits(change));
    }

    /** The limit that holds this up for longest just now. */
    synchronized Meter tightest(Map<Meter, Long> cost, Lane lane) {
        Instant now = clock.instant();
        return Collections.max(
                        cost.entrySet(),
                        Comparator.comparing(
                                part -> part.getKey().earliest(part.getValue(), lane, now, now.plus(SOON))))
                .getKey();
    }

    Instant now() {
        return clock.instant();
    }

    synchronized void waited(Meter meter, Instant since) {
        meter.waited(Duration.between(since, clock.instant()));
    }

    synchronized void observe(Meter meter, long remaining, Duration resetsAfter) {
        meter.observe(remaining, clock.instant().plus(resetsAfter));
    }

    boolean waitUntil(Instant time, RunControl control) {
        return waiter.waitUntil(time, control::stops);
    }

    boolean isWorthTelling(Instant until) {
        return until.isAfter(clock.instant().plusSeconds(1));
    }
}
