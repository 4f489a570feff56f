package org.photobridge.portal.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;

/** Calls providers for one run: waits and tries again where that may help, stops where it doesn't, and loses no result. */
final class ProviderCalls {

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
        List<R> results = new ArrayList<>(Collections.nCopies(requests.size(), kind.untried()));
        List<Integer> pending = IntStream.range(0, requests.size()).boxed().toList();
        int tries = 0;
        while (!pending.isEmpty()) {
            Optional<Failure> hurdle;
            try {
                hurdle = attempt(pending, requests, results, call, kind);
            } catch (CancellationException e) {
                return new Answers<>(results, Optional.of(cancelled()), false);
            } catch (ProviderException e) {
                hurdle = Optional.of(e.failure());
                if (!isWorthRetrying(e.failure(), ++tries)) {
                    return new Answers<>(results, Optional.of(stop(e.failure())), Border.isDefect(e.failure()));
                }
                tries--;
            }
            List<Integer> left =
                    pending.stream().filter(i -> isOpen(kind, results.get(i))).toList();
            tries = left.size() < pending.size() ? 1 : tries + 1;
            pending = left;
            if (pending.isEmpty() || tries >= Backoff.TRIES) {
                break;
            }
            Optional<RunStopped> stop = pause(hurdle, tries);
            if (stop.isPresent()) {
                return new Answers<>(results, stop, false);
            }
        }
        return settled(results, kind);
    }

    private <Q, R> Optional<Failure> attempt(
            List<Integer> pending, List<Q> requests, List<R> results, Function<List<Q>, List<R>> call, Kind<R> kind) {
        List<Q> asked = pending.stream().map(requests::get).toList();
        List<R> answers = Border.call(callId(), () -> call.apply(asked));
        if (answers.size() != asked.size()) {
            throw new ProviderException(Border.defect(answers.size() + " results for " + asked.size() + " requests"));
        }
        Failure longest = null;
        for (int i = 0; i < asked.size(); i++) {
            results.set(pending.get(i), answers.get(i));
            longest = longer(longest, kind.retryable(answers.get(i)));
        }
        return Optional.ofNullable(longest);
    }

    private static Failure longer(Failure longest, Optional<Failure> other) {
        if (other.isEmpty()) {
            return longest;
        }
        boolean isLonger = longest == null || wait(other.get()).compareTo(wait(longest)) > 0;
        return isLonger ? other.get() : longest;
    }

    private static Duration wait(Failure failure) {
        return failure.retryAfter().orElse(Duration.ZERO);
    }

    private static <R> boolean isOpen(Kind<R> kind, R result) {
        return kind.isUntried(result) || kind.retryable(result).isPresent();
    }

    /** Nobody stopped the run, so what is still untried is the provider's fault. */
    private <R> Answers<R> settled(List<R> results, Kind<R> kind) {
        if (control.stops() && results.stream().anyMatch(kind::isUntried)) {
            return new Answers<>(results, Optional.of(cancelled()), false);
        }
        R defect = kind.failed().apply(Border.defect("Not attempted, time and again"));
        return new Answers<>(
                results.stream()
                        .map(result -> kind.isUntried(result) ? defect : result)
                        .toList(),
                Optional.empty(),
                false);
    }

    private Optional<RunStopped> retryOrStop(Failure failure, int tries) {
        return isWorthRetrying(failure, tries) ? pause(Optional.of(failure), tries) : Optional.of(stop(failure));
    }

    private boolean isWorthRetrying(Failure failure, int tries) {
        return failure.category().isRetryable() && !Border.isDefect(failure) && tries < Backoff.TRIES;
    }

    /** Waits before the next try; empty if it's time for it. */
    private Optional<RunStopped> pause(Optional<Failure> hurdle, int tries) {
        if (control.stops()) {
            return Optional.of(cancelled());
        }
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
    private RunStopped stop(Failure failure) {
        boolean comesBack = failure.category().isRetryable()
                && !Border.isDefect(failure)
                && spec.isBulk()
                && spec.timesWaited() < MOST_WAITS;
        Duration wait = wait(failure).compareTo(NEXT_TRY) > 0 ? wait(failure) : NEXT_TRY;
        return comesBack ? RunStopped.waiting(failure, clock.instant().plus(wait)) : RunStopped.failed(failure);
    }

    private RunStopped cancelled() {
        Signal signal = control.signal();
        return signal == Signal.GO_ON
                ? RunStopped.failed(Border.defect("It gave up though nobody cancelled the call"))
                : RunStopped.by(signal);
    }

    void stopIfWanted() {
        if (control.stops()) {
            throw cancelled();
        }
    }
}
