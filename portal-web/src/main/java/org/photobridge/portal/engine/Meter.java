package org.photobridge.portal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.photobridge.spi.RateLimit;

/**
 * What has been taken of one limit of one budget: units in a sliding window, permits in flight, and what the service says of it.
 * Guarded by its gate.
 *
 * <p>The window slides in slots: a slot's units count until the whole slot has left the window, so never too few are counted.
 */
final class Meter {

    private static final int SLOTS = 20;
    private static final double OWN_SHARE = 0.95;
    private static final double BULK_SHARE = 0.80;

    private record Slot(Instant end, long units) {}

    private final Deque<Slot> slots = new ArrayDeque<>();
    private RateLimit limit;
    private long used;
    private int inFlight;
    private int waitingOnDemand;
    private long waits;
    private Duration waited = Duration.ZERO;
    private long told = Long.MAX_VALUE;
    private Instant toldUntil = Instant.MIN;
    private Instant refusedUntil = Instant.MIN;

    Meter(RateLimit limit) {
        this.limit = limit;
    }

    /** Settings may have changed since. */
    void redeclare(RateLimit declared) {
        limit = declared;
    }

    RateLimit limit() {
        return limit;
    }

    boolean everAllows(long units) {
        return units <= limit.units();
    }

    /** Whether the units fit now, or else when to try again. */
    Instant earliest(long units, Lane lane, Instant now, Instant soon) {
        forget(now);
        if (inFlight >= limit.mostInFlight() || (lane == Lane.BULK && waitingOnDemand > 0)) {
            return soon;
        }
        if (now.isBefore(refusedUntil)) {
            return refusedUntil;
        }
        if (now.isBefore(toldUntil) && told < units) {
            return toldUntil;
        }
        return used + units <= most(units, lane) ? now : freeAt(used + units - most(units, lane));
    }

    /** Bulk leaves a part for people who wait; a single large piece of work always has its turn. */
    private long most(long units, Lane lane) {
        double share = lane == Lane.BULK ? OWN_SHARE * BULK_SHARE : OWN_SHARE;
        return Math.max(units, (long) (limit.units() * share));
    }

    private Instant freeAt(long tooMany) {
        long freed = 0;
        for (Slot slot : slots) {
            freed += slot.units();
            if (freed >= tooMany) {
                return slot.end().plus(limit.window());
            }
        }
        throw new IllegalStateException("More is in use than was ever taken of " + limit.name());
    }

    void take(long units, Instant now) {
        Duration length = limit.window().dividedBy(SLOTS).plusNanos(1);
        Slot last = slots.peekLast();
        if (last != null && now.isBefore(last.end())) {
            slots.pollLast();
            slots.addLast(new Slot(last.end(), last.units() + units));
        } else {
            slots.addLast(new Slot(now.plus(length), units));
        }
        used += units;
        told = told == Long.MAX_VALUE ? told : Math.max(0, told - units);
        inFlight++;
    }

    void giveBack() {
        inFlight--;
    }

    void onDemandWaits(int change) {
        waitingOnDemand += change;
    }

    void waited(Duration time) {
        waits++;
        waited = waited.plus(time);
    }

    /** Calls under way are answered in any order, so a pause is never shortened by what another call is told. */
    void observe(long remaining, Instant until) {
        if (remaining > 0) {
            told = remaining;
            toldUntil = until;
        } else if (until.isAfter(refusedUntil)) {
            refusedUntil = until;
        }
    }

    private void forget(Instant now) {
        while (!slots.isEmpty() && !slots.peekFirst().end().plus(limit.window()).isAfter(now)) {
            used -= slots.pollFirst().units();
        }
        if (!now.isBefore(toldUntil)) {
            told = Long.MAX_VALUE;
        }
    }

    BudgetUse use(Instant now) {
        forget(now);
        Instant paused = told == 0 && toldUntil.isAfter(refusedUntil) ? toldUntil : refusedUntil;
        return new BudgetUse(
                limit, used, inFlight, waits, waited, Optional.of(paused).filter(now::isBefore));
    }
}
