package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.photobridge.portal.engine.Engine;
import org.photobridge.portal.engine.Gate;
import org.photobridge.portal.engine.SleepingWaiter;
import org.photobridge.portal.engine.Waiter;

/** Makes the portal's one engine and the one gate that all its calls pass, runs' and pages' alike. */
@ApplicationScoped
class EngineProducer {

    @Produces
    @Singleton
    Waiter waiter(Clock clock) {
        return new SleepingWaiter(clock);
    }

    @Produces
    @Singleton
    Gate gate(Clock clock, Waiter waiter) {
        return new Gate(clock, waiter);
    }

    @Produces
    @Singleton
    Engine engine(Clock clock, Waiter waiter, Gate gate) {
        return new Engine(clock, waiter, gate);
    }
}
