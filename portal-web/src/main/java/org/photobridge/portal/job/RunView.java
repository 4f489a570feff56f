package org.photobridge.portal.job;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.engine.Step;

/** One run as its page shows it: in words, with the figures and the buttons that its state allows. */
public final class RunView {

    private static final Set<Step> WRITING = EnumSet.of(Step.WRITE, Step.VERIFY);

    /** How far a step is: {@code todo}, {@code now}, {@code done}. */
    public record StepView(String label, String progress, long people, boolean counted) {}

    /** People who ended alike; {@code listed} says whether the list below has them. */
    public record CountView(String outcome, String label, long people, boolean listed) {}

    /** Why people ended as they did. */
    public record ReasonView(Explanation explanation, long people) {}

    private final RunRow run;
    private final RunWords words;
    private final Map<String, Long> reasons;
    private final boolean steerable;

    /** @param steerable whether whoever looks may stop it and go on from it, as far as its state allows */
    RunView(RunRow run, RunWords words, Map<String, Long> reasons, boolean steerable) {
        this.run = run;
        this.words = words;
        this.reasons = reasons;
        this.steerable = steerable;
    }

    public RunRow getRun() {
        return run;
    }

    public RunWords getWords() {
        return words;
    }

    public boolean isEnded() {
        return run.isEnded();
    }

    /** The steps that such a run has, in their order. */
    public List<StepView> getSteps() {
        List<Step> steps = Arrays.stream(Step.values())
                .filter(step -> run.kind().writes() || !WRITING.contains(step))
                .toList();
        return steps.stream().map(this::step).toList();
    }

    private StepView step(Step step) {
        long people = step == Step.RECORD ? run.counts().people() : run.counts().of(step);
        return new StepView(words.step(run, step), progress(step, people), people, step != Step.PREFLIGHT);
    }

    /** Batches go round through the steps, so one behind the present one counts as begun. */
    private String progress(Step step, long people) {
        if (!run.isEnded() && step.name().equals(run.step()) && run.state() == RunState.RUNNING) {
            return "now";
        }
        boolean passed = people > 0 || step == Step.PREFLIGHT && !run.step().isEmpty();
        return passed || run.isComplete() ? "done" : "todo";
    }

    /** People by how it ended; those who were simply right already are counted, not listed. */
    public List<CountView> getCounts() {
        return Arrays.stream(OutcomeType.values())
                .filter(type -> run.counts().of(type) > 0)
                .map(type -> new CountView(
                        type.name(),
                        words.plan(run).outcome(type.name()),
                        run.counts().of(type),
                        type != OutcomeType.UNCHANGED))
                .toList();
    }

    /** Reasons, the most frequent first. */
    public List<ReasonView> getReasons() {
        PlanWords plan = words.plan(run);
        return reasons.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> new ReasonView(plan.explain(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** Why the run failed, is held or was stopped; null if there is nothing to explain. */
    public Explanation getProblem() {
        boolean quiet = run.problemCode().isEmpty() || run.state() == RunState.WAITING;
        return quiet ? null : words.plan(run).explain(run.problemCode());
    }

    public long getPeople() {
        return run.counts().people();
    }

    /** What a person should know before stopping the run. */
    public String getStopText() {
        return words.text(
                run.kind().writes() ? "run.stop.text" : "run.stop.text-reading", getPeople(), words.counts(run));
    }

    public Long getStartedByRun() {
        return run.startedByRun().orElse(null);
    }

    public boolean isPausable() {
        return steerable && run.state() == RunState.RUNNING && !run.pauseRequested() && !run.cancelRequested();
    }

    public boolean isResumable() {
        return steerable && (run.state() == RunState.PAUSED || run.state() == RunState.WAITING);
    }

    public boolean isStoppable() {
        return steerable && !run.isEnded() && !run.cancelRequested();
    }

    public boolean isHeld() {
        return run.state() == RunState.AWAITING_APPROVAL;
    }

    public boolean isRetryable() {
        return run.isEnded() && run.kind() != RunKind.UNDO && run.counts().of(OutcomeType.FAILED) > 0;
    }

    public boolean isReadyForReal() {
        return steerable && run.kind() == RunKind.PREVIEW && run.isComplete();
    }

    /** Whether what the run did for this person may be undone; whether its previous picture is still kept is told then. */
    public boolean isUndoable(OutcomeRow row) {
        boolean changed = row.outcome().equals(OutcomeType.UPDATED.name())
                || row.outcome().equals(OutcomeType.REMOVED.name());
        return changed && run.kind() == RunKind.SYNC;
    }

    public String outcomeName(String outcome) {
        boolean known =
                Arrays.stream(OutcomeType.values()).anyMatch(type -> type.name().equals(outcome));
        return known ? words.plan(run).outcome(outcome) : outcome;
    }

    /** A few words for a reason's code. */
    public String reasonName(String code) {
        return words.plan(run).reason(code);
    }

    public String reason(OutcomeRow row) {
        return words.plan(run).reason(row.reasonCode());
    }

    public String outcome(OutcomeRow row) {
        return words.plan(run).outcome(row);
    }

    public String condition(OutcomeRow row) {
        return words.plan(run).condition(row.condition());
    }
}
