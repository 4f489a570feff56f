package org.photobridge.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;
import org.photobridge.spi.Permit;
import org.photobridge.spi.RateLimit;

/** A call that never waits, notes what was asked of it, and is cancelled when a test says so; may be shared by threads. */
public final class ScriptedCallContext implements CallContext {

    /** What a provider reported of a limit. */
    public record Observation(String limit, long remaining, Duration resetsAfter) {}

    private static final int NEVER = Integer.MAX_VALUE;

    private final Optional<Map<String, Long>> declared;
    private final List<Cost> costs = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private int cancelledFrom;
    private int inFlight;
    private int mostInFlight;
    private Optional<Long> firstRefusal = Optional.empty();

    private ScriptedCallContext(Optional<Map<String, Long>> declared, int cancelledFrom) {
        this.declared = declared;
        this.cancelledFrom = cancelledFrom;
    }

    /** A call that grants any cost. */
    public static ScriptedCallContext free() {
        return new ScriptedCallContext(Optional.empty(), NEVER);
    }

    /** A call that, like the host, refuses a cost that names an undeclared limit or can never fit. */
    public static ScriptedCallContext keeping(Collection<RateLimit> limits) {
        Map<String, Long> units = new HashMap<>();
        limits.forEach(limit -> units.put(limit.name(), limit.units()));
        return new ScriptedCallContext(Optional.of(units), NEVER);
    }

    /** A call that is cancelled from the start. */
    public static ScriptedCallContext cancelled() {
        return new ScriptedCallContext(Optional.empty(), 0);
    }

    /** This call, cancelled once it has granted {@code acquires} costs. */
    public synchronized ScriptedCallContext cancelledAfter(int acquires) {
        cancelledFrom = costs.size() + acquires;
        return this;
    }

    /** Cancels: every further {@code acquire} throws. */
    public synchronized void cancel() {
        cancelledFrom = 0;
    }

    @Override
    public synchronized Permit acquire(Cost cost) {
        declared.ifPresent(limits -> cost.units().forEach((name, units) -> requireGrantable(limits, name, units)));
        if (costs.size() >= cancelledFrom) {
            firstRefusal = firstRefusal.or(() -> Optional.of(System.nanoTime()));
            throw new CancellationException("The test cancelled this call");
        }
        costs.add(cost);
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                giveBack();
            }
        };
    }

    private synchronized void giveBack() {
        inFlight--;
    }

    private static void requireGrantable(Map<String, Long> limits, String name, long units) {
        if (!limits.containsKey(name)) {
            throw new IllegalArgumentException("No limit is called '" + name + "'; declared are " + limits.keySet());
        }
        if (units > limits.get(name)) {
            throw new IllegalArgumentException(units + " units of '" + name + "' never fit its window");
        }
    }

    @Override
    public synchronized void observe(String limit, long remaining, Duration resetsAfter) {
        declared.ifPresent(limits -> requireGrantable(limits, limit, 0));
        if (remaining < 0 || resetsAfter.isNegative()) {
            throw new IllegalArgumentException("Less than nothing of '" + limit + "' can't be left");
        }
        observations.add(new Observation(limit, remaining, resetsAfter));
    }

    @Override
    public String callId() {
        return "test-call";
    }

    /** What was granted, in order. */
    public synchronized List<Cost> costs() {
        return List.copyOf(costs);
    }

    /** All units that were taken of one limit. */
    public synchronized long spent(String limit) {
        return costs.stream()
                .mapToLong(cost -> cost.units().getOrDefault(limit, 0L))
                .sum();
    }

    public synchronized List<Observation> observations() {
        return List.copyOf(observations);
    }

    /** Permits that nobody closed yet. */
    public synchronized int inFlight() {
        return inFlight;
    }

    /** The most permits that were open at once. */
    public synchronized int mostInFlight() {
        return mostInFlight;
    }

    /** How long ago it first refused a cost because it was cancelled; zero if it never did. */
    synchronized Duration sinceRefusal() {
        return firstRefusal
                .map(instant -> Duration.ofNanos(System.nanoTime() - instant))
                .orElse(Duration.ZERO);
    }
}
