package org.photobridge.portal.engine;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoTarget;

/** Takes a run from its start to its end, or to where it has to stop. One engine serves all runs of a portal at once. */
public final class Engine {

    private final Pace pace;

    /** An engine whose calls all pass this gate. */
    public Engine(Clock clock, Waiter waiter, Gate gate) {
        this(clock, waiter, gate, () -> ThreadLocalRandom.current().nextDouble());
    }

    Engine(Clock clock, Waiter waiter, Gate gate, DoubleSupplier random) {
        this.pace = new Pace(
                Objects.requireNonNull(clock, "clock"),
                Objects.requireNonNull(waiter, "waiter"),
                Objects.requireNonNull(gate, "gate"),
                new Backoff(random));
    }

    /**
     * Executes a run in the calling thread. What it did is in the journal, batch by batch; the answer says how it ended. A run
     * that didn't come to its end goes on where it was when it is executed again, with the same run id and a journal of a
     * newer epoch.
     *
     * @param source open, and stays open while the run lasts
     * @param target open, and stays open while the run lasts
     * @throws StaleRun if another execution has taken the run; nothing more may be stored of it
     * @throws RuntimeException whatever the ports throw
     */
    public RunSummary run(RunSpec spec, PhotoSource source, PhotoTarget target, RunPorts ports) {
        RunContext run = new RunContext(spec, source, target, ports, pace);
        try {
            return spec.kind() == RunKind.UNDO ? new UndoRun(run).run() : new SyncRun(run).run();
        } catch (HostFault e) {
            throw e.fault();
        }
    }
}
