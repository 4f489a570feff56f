package org.photobridge.portal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.testkit.FakePhotoSource;
import org.photobridge.testkit.FakePhotoTarget;
import org.photobridge.testkit.SettableClock;

/** A plan with a fake source, a fake target, a storage in memory and a clock that only waits move. */
final class EngineHarness {

    static final long PLAN = 7;

    final SettableClock clock = SettableClock.at("2026-03-02T08:00:00Z");
    final RecordingWaiter waiter = new RecordingWaiter(clock);
    final MemoryJournal storage = new MemoryJournal();
    final FakePhotoSource source;
    final FakePhotoTarget target;
    final Gate gate = new Gate(clock, waiter);
    final List<Progress> progress = new ArrayList<>();
    final List<String> previews = new ArrayList<>();
    final Map<End, HealthReport> knownHealth = new EnumMap<>(End.class);
    Rules rules = Rules.defaults();
    Signal signal = Signal.GO_ON;
    Runnable whenAsked = () -> {};
    private long lastRun;

    private EngineHarness(FakePhotoSource source, FakePhotoTarget target) {
        this.source = source;
        this.target = target;
    }

    /** Everybody has a picture in the source, nobody in the target. */
    static EngineHarness of(String... names) {
        return new EngineHarness(FakePhotoSource.withPeople(names), FakePhotoTarget.knowingEveryone());
    }

    static String[] crowd(int size) {
        String[] names = new String[size];
        for (int i = 0; i < size; i++) {
            names[i] = String.format("p%04d", i);
        }
        return names;
    }

    long lastRun() {
        return lastRun;
    }

    RunSummary sync() {
        return run(RunKind.SYNC, RunScope.everybody());
    }

    RunSummary sync(String... names) {
        return run(RunKind.SYNC, RunScope.accounts(List.of(names)));
    }

    RunSummary preview() {
        return run(RunKind.PREVIEW, RunScope.everybody());
    }

    RunSummary check() {
        return run(RunKind.CHECK, RunScope.everybody());
    }

    RunSummary undo(String name) {
        return run(RunKind.UNDO, RunScope.accounts(List.of(name)));
    }

    RunSummary run(RunKind kind, RunScope scope) {
        return execute(next(kind, scope));
    }

    RunSpec next(RunKind kind, RunScope scope) {
        return RunSpec.of(++lastRun, PLAN, kind, scope, rules);
    }

    RunSummary execute(RunSpec spec) {
        return execute(spec, source);
    }

    RunSummary execute(RunSpec spec, PhotoSource from) {
        return execute(spec, from, target);
    }

    RunSummary execute(RunSpec spec, PhotoTarget to) {
        return execute(spec, source, to);
    }

    private RunSummary execute(RunSpec spec, PhotoSource from, PhotoTarget to) {
        RunPorts ports = new RunPorts(storage.of(spec), new Control(), new Health(), this::keep);
        return new Engine(clock, waiter, gate, () -> 1.0).run(spec, from, to, ports);
    }

    private void keep(String accountId, End end, Optional<byte[]> jpeg) {
        previews.add(accountId + " " + end + (jpeg.isPresent() ? "" : " none"));
    }

    Outcome outcome(String id) {
        return storage.outcome(lastRun, id);
    }

    PhotoState state(String name) {
        return storage.state(name);
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    void rules(UnaryOperator<Rules> change) {
        rules = change.apply(rules);
    }

    /** Calls to the target of any sort. */
    int targetCalls() {
        return target.looking().calls()
                + target.writing().calls()
                + target.verifying().calls()
                + target.removing().calls()
                + target.restoring().calls();
    }

    private final class Control implements RunControl {
        @Override
        public Signal signal() {
            whenAsked.run();
            return signal;
        }

        @Override
        public void progress(Progress now) {
            progress.add(now);
        }
    }

    private final class Health implements HealthMemory {
        @Override
        public Optional<HealthReport> since(End end, Instant time) {
            return Optional.ofNullable(knownHealth.get(end));
        }

        @Override
        public void keep(End end, HealthReport report, Instant at) {
            // each run asks anew, unless a test says what is known
        }
    }
}
