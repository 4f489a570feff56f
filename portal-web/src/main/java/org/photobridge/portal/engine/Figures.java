package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What one execution of a run counts and shows while it goes on. */
final class Figures {

    private final RunControl control;
    private final Map<Step, Long> unrecorded = new EnumMap<>(Step.class);
    private RunCounts counts;
    private OptionalLong total = OptionalLong.empty();
    private Step step = Step.PREFLIGHT;

    Figures(RunControl control, RunCounts before) {
        this.control = control;
        this.counts = before;
    }

    RunCounts counts() {
        return counts;
    }

    /** The run is at this step now, with so many people. */
    void at(Step now, long people) {
        step = now;
        unrecorded.merge(now, people, Long::sum);
        show(Optional.empty(), "");
    }

    void count(Step what, long people) {
        unrecorded.merge(what, people, Long::sum);
    }

    void total(long people) {
        total = OptionalLong.of(people);
    }

    /** What to add to the run's counts with these outcomes; {@link #recorded} follows. */
    RunCounts with(RunCounts outcomes) {
        return outcomes.plus(new RunCounts(Map.of(), unrecorded, 0));
    }

    void recorded(RunCounts more) {
        counts = counts.plus(more);
        unrecorded.clear();
        show(Optional.empty(), "");
    }

    void waiting(Instant until, String reason) {
        show(Optional.of(until), reason);
    }

    /** For a wait that nobody tells the end of. */
    void waitingAtGate(Instant until, String limit) {
        show(Optional.of(until), limit);
    }

    void goingOn() {
        show(Optional.empty(), "");
    }

    private void show(Optional<Instant> until, String reason) {
        control.progress(new Progress(step, counts, total, until, reason));
    }
}
