package org.photobridge.simulator.http;

/** Answers requests; called on many threads at once. */
@FunctionalInterface
public interface SimHandler {
    SimResponse handle(SimRequest request);
}
