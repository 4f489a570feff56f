package org.photobridge.simulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are to happen; each is used up by the requests that it hits. */
public final class Faults {
    private final List<Armed> armed = new ArrayList<>();

    public synchronized void add(Fault fault) {
        armed.add(new Armed(fault));
    }

    public synchronized void clear() {
        armed.clear();
    }

    /** Those that still wait for a request. */
    public synchronized List<Fault> waiting() {
        return armed.stream().map(one -> one.fault).toList();
    }

    /** The handler, with the faults on top. */
    public SimHandler harming(SimHandler handler) {
        return request -> next(request)
                .map(fault -> fault.change().apply(fault.replacement().orElseGet(() -> handler.handle(request))))
                .orElseGet(() -> handler.handle(request));
    }

    private synchronized Optional<Fault> next(SimRequest request) {
        for (Armed one : armed) {
            if (one.fault.fits(request) && one.strikes()) {
                armed.removeIf(Armed::isSpent);
                return Optional.of(one.fault);
            }
        }
        return Optional.empty();
    }

    /** A fault and how much of it is left. */
    private static final class Armed {
        private final Fault fault;
        private int left;
        private int toSkip;

        Armed(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
            this.toSkip = fault.skip();
        }

        boolean strikes() {
            if (toSkip > 0) {
                toSkip--;
                return false;
            }
            if (left != Fault.ALWAYS) {
                left--;
            }
            return true;
        }

        boolean isSpent() {
            return left == 0;
        }
    }
}
