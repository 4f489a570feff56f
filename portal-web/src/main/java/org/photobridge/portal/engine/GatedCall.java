package org.photobridge.portal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;
import org.photobridge.spi.Permit;

/** The way of one end's calls through the gate, for one run or page. */
final class GatedCall implements CallContext {

    /** Whom the call is made for. */
    @FunctionalInterface
    interface Host {
        /** Learns of waits long enough to be shown. */
        void waiting(Instant until, String limit);

        /** Learns of a fault of ours in the midst of a provider's call; answers what the provider sees of it. */
        default RuntimeException fault(RuntimeException fault) {
            return fault;
        }
    }

    private final Gate gate;
    private final Map<String, Meter> meters;
    private final Lane lane;
    private final RunControl control;
    private final String callId;
    private final Host host;

    GatedCall(Gate gate, Map<String, Meter> meters, Lane lane, RunControl control, String callId, Host host) {
        this.gate = gate;
        this.meters = Map.copyOf(meters);
        this.lane = lane;
        this.control = control;
        this.callId = callId;
        this.host = host;
    }

    @Override
    public Permit acquire(Cost cost) {
        Map<Meter, Long> units = checked(cost);
        try {
            take(units);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw host.fault(e);
        }
        return permit(List.copyOf(units.keySet()));
    }

    private void take(Map<Meter, Long> units) {
        stopIfWanted();
        Optional<Instant> retry = gate.tryTake(units, lane);
        if (retry.isPresent()) {
            waitInLane(units, retry.get());
        }
    }

    private void waitInLane(Map<Meter, Long> units, Instant first) {
        Meter tightest = gate.tightest(units, lane);
        Instant since = gate.now();
        boolean urgent = lane == Lane.ON_DEMAND;
        if (urgent) {
            gate.onDemandWaits(units.keySet(), 1);
        }
        try {
            waitAndTake(units, first);
        } finally {
            gate.waited(tightest, since);
            if (urgent) {
                gate.onDemandWaits(units.keySet(), -1);
            }
        }
    }

    private void waitAndTake(Map<Meter, Long> units, Instant first) {
        Optional<Instant> retry = Optional.of(first);
        while (retry.isPresent()) {
            if (gate.isWorthTelling(retry.get())) {
                host.waiting(
                        retry.get(), units.keySet().iterator().next().limit().name());
            }
            gate.waitUntil(retry.get(), control);
            stopIfWanted();
            retry = gate.tryTake(units, lane);
        }
    }

    private void stopIfWanted() {
        if (control.stops()) {
            throw new CancellationException("The run is to stop");
        }
    }

    private Map<Meter, Long> checked(Cost cost) {
        Map<Meter, Long> units = new LinkedHashMap<>();
        cost.units().forEach((name, count) -> {
            Meter meter = declared(name);
            if (!meter.everAllows(count)) {
                throw new LimitTooSmall(count, meter.limit());
            }
            units.put(meter, count);
        });
        return units;
    }

    private Meter declared(String name) {
        return Optional.ofNullable(meters.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "No limit is called '" + name + "'; declared are " + meters.keySet()));
    }

    private Permit permit(Collection<Meter> taken) {
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                gate.giveBack(taken);
            }
        };
    }

    @Override
    public void observe(String limit, long remaining, Duration resetsAfter) {
        if (remaining < 0 || resetsAfter.isNegative()) {
            throw new IllegalArgumentException("Less than nothing of '" + limit + "' can't be left");
        }
        gate.observe(declared(limit), remaining, resetsAfter);
    }

    @Override
    public String callId() {
        return callId;
    }
}
