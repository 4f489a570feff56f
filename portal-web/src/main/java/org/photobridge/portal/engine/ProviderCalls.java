package org.photobridge.portal.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;

/** Calls providers for one run: waits and tries again where that may help, stops where it doesn't, and loses no result. */
final class ProviderCalls implements GatedCall.Host {

    /** A longer wait isn't sat out: the worker is free for others until then. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    static final Duration NEXT_TRY = Duration.ofMinutes(5);
    static final int MOST_WAITS = 12;

    private final RunSpec spec;
    private final RunControl control;
    private final Figures figures;
    private final Clock clock;
    private final Waiter waiter;
    private final Backoff backoff;
    private final AtomicReference<RuntimeException> fault = new AtomicReference<>();

    ProviderCalls(RunSpec spec, RunControl control, Figures figures, Pace pace) {
        this.spec = spec;
        this.control = control;
        this.figures = figures;
        this.clock = pace.clock();
        this.waiter = pace.waiter();
        this.backoff = pace.backoff();
    }

    String callId() {
        return "run-" + spec.runId();
    }

    @Override
    public void waiting(Instant until, String limit) {
        figures.waitingAtGate(until, limit);
    }

    /**
     * To the provider it is a cancellation, so that it blames nobody for it and loses no result; the run ends with the fault
     * once the provider has returned.
     */
    @Override
    public RuntimeException fault(RuntimeException found) {
        fault.compareAndSet(null, found);
        return new CancellationException("The portal itself is in trouble");
    }

    /** One answer for all. */
    <R> R once(Supplier<R> call) {
        for (int tries = 1; ; tries++) {
            try {
                return Border.call(callId(), call);
            } catch (ProviderException e) {
                retryOrStop(e.failure(), tries).ifPresent(stop -> {
                    throw stop;
                });
            } catch (CancellationException e) {
                throw cancelled();
            }
        }
    }

    /** One answer for each request. */
    <Q, R> Answers<R> batch(List<Q> requests, Function<List<Q>, List<R>> call, Kind<R> kind) {
        Pending<Q, R> pending = new Pending<>(requests, kind);
        while (!pending.isDone()) {
            Optional<Failure> hurdle;
            try {
                hurdle = attempt(pending, call);
            } catch (CancellationException e) {
                return pending.stopped(cancelled(), false);
            } catch (ProviderException e) {
                return pending.stopped(stop(e.failure()), Border.isDefect(e.failure()));
            }
            Optional<RunStopped> stop = pending.isDone() ? Optional.empty() : stopWanted();
            if (stop.isEmpty() && pending.tries() >= Backoff.TRIES) {
                break;
            }
            if (stop.isEmpty() && !pending.isDone()) {
                stop = pause(hurdle, pending.tries());
            }
            if (stop.isPresent()) {
                return pending.stopped(stop.get(), false);
            }
        }
        return pending.answers();
    }

    /** Asks for what is pending; throws only what ends the trying. */
    private <Q, R> Optional<Failure> attempt(Pending<Q, R> pending, Function<List<Q>, List<R>> call) {
        try {
            return pending.take(Border.call(callId(), () -> call.apply(pending.requests())));
        } catch (ProviderException e) {
            if (!isWorthRetrying(e.failure(), pending.tries() + 1)) {
                throw e;
            }
            return Optional.of(pending.nothingBut(e.failure()));
        }
    }

    private Optional<RunStopped> retryOrStop(Failure failure, int tries) {
        Optional<RunStopped> wanted = stopWanted();
        if (wanted.isPresent()) {
            return wanted;
        }
        return isWorthRetrying(failure, tries) ? pause(Optional.of(failure), tries) : Optional.of(stop(failure));
    }

    private boolean isWorthRetrying(Failure failure, int tries) {
        return failure.category().isRetryable() && !Border.isDefect(failure) && tries < Backoff.TRIES;
    }

    /** Waits before the next try; empty if it's time for it. */
    private Optional<RunStopped> pause(Optional<Failure> hurdle, int tries) {
        if (hurdle.isEmpty()) {
            return Optional.empty();
        }
        Duration wait = backoff.after(hurdle.get(), tries);
        Instant until = clock.instant().plus(wait);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return Optional.of(RunStopped.waiting(hurdle.get(), until));
        }
        figures.waiting(until, hurdle.get().code());
        boolean due = waiter.waitUntil(until, control::stops);
        figures.goingOn();
        return due ? Optional.empty() : Optional.of(cancelled());
    }

    /** A run in bulk comes back later by itself; a person who waits gets an answer. */
    RunStopped stop(Failure failure) {
        boolean comesBack = failure.category().isRetryable()
                && !Border.isDefect(failure)
                && spec.isBulk()
                && spec.timesWaited() < MOST_WAITS;
        Duration stated = failure.retryAfter().orElse(Duration.ZERO);
        Duration wait = stated.compareTo(NEXT_TRY) > 0 ? stated : NEXT_TRY;
        return comesBack ? RunStopped.waiting(failure, clock.instant().plus(wait)) : RunStopped.failed(failure);
    }

    private RunStopped cancelled() {
        if (fault.get() != null) {
            return RunStopped.by(fault.get());
        }
        Signal signal = control.signal();
        return signal == Signal.GO_ON
                ? RunStopped.failed(Border.defect("It gave up though nobody cancelled the call"))
                : RunStopped.by(signal);
    }

    void stopIfWanted() {
        stopWanted().ifPresent(stop -> {
            throw stop;
        });
    }

    private Optional<RunStopped> stopWanted() {
        return fault.get() != null || control.stops() ? Optional.of(cancelled()) : Optional.empty();
    }
}
