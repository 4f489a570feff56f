package org.photobridge.simulator.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds slow answers back, while the request counts as being worked on, but never beyond the simulator's end. */
public final class Pace implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);

    /** The handler, with the delays of its answers waited for. */
    public SimHandler holding(SimHandler handler) {
        return request -> {
            SimResponse response = handler.handle(request);
            Duration delay = response.delay();
            return delay.isZero() || held(delay) ? response.atOnce() : response.delivered(Delivery.CUT);
        };
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** False if the end came first. */
    private boolean held(Duration delay) {
        try {
            return !closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
