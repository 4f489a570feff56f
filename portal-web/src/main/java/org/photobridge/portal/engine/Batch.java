package org.photobridge.portal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.portal.engine.image.Prepared;
import org.photobridge.spi.PhotoResult;

/** Takes up to twenty people through all steps together; whatever stops it, what was done is recorded. */
final class Batch {

    private final RunContext run;
    private final List<Case> cases;
    private final SourceStep source;
    private final TargetStep target;
    private final WriteStep writing;
    private Optional<RunStopped> held = Optional.empty();

    Batch(RunContext run, List<Case> cases) {
        this.run = run;
        this.cases = cases;
        this.source = new SourceStep(run);
        this.target = new TargetStep(run);
        this.writing = new WriteStep(run);
    }

    /**
     * Goes through the steps.
     *
     * @return set if the run must stop now
     */
    Optional<RunStopped> run() {
        Set<String> ids = cases.stream().map(one -> one.account.id()).collect(Collectors.toSet());
        new Scoping(run.spec).apply(cases, run.journal().protectedAmong(ids));
        Optional<RunStopped> stop = find();
        if (stop.isPresent()) {
            leaveOpen();
        }
        stop = stop.or(this::decideAndWrite);
        new Recording(run).record(cases);
        return stop.or(run.streak::stop);
    }

    private Optional<RunStopped> decideAndWrite() {
        decide(open());
        held = hold();
        Optional<RunStopped> stop = run.spec.kind().writes() ? write() : Optional.empty();
        return stop.or(() -> held);
    }

    private List<Case> open() {
        return cases.stream().filter(Case::isOpen).toList();
    }

    /** A stop comes before the decision: who is still undecided is left for the next execution. */
    private void leaveOpen() {
        open().forEach(one -> one.untouched = true);
    }

    private Optional<RunStopped> find() {
        return source.read(open(), false).or(() -> target.look(open())).or(this::findAnew);
    }

    /** Where only a look was due and something has changed, all is needed after all. */
    private Optional<RunStopped> findAnew() {
        List<Case> changed = open().stream().filter(one -> one.lookOnly).toList();
        Optional<RunStopped> stop = source.read(changed, true);
        List<Case> left = changed.stream().filter(Case::isOpen).toList();
        left.forEach(one -> one.lookOnly = false);
        return stop.or(() -> target.look(left));
    }

    private void decide(List<Case> undecided) {
        for (Case one : undecided) {
            one.decide(decision(one));
            if (one.isTo(Decision.Act.WRITE)) {
                prepare(one);
            }
        }
    }

    private Decision decision(Case one) {
        if (one.photo.orElseThrow() instanceof PhotoResult.Found) {
            return run.decisions.onPhoto(
                    one.contentHash.orElseThrow(), one.sourceLook.orElseThrow(), one.state, one.view());
        }
        return run.decisions.onRemoval(one.state, one.view());
    }

    private void prepare(Case one) {
        run.figures.at(Step.PREPARE, 1);
        try {
            Prepared prepared = run.preparation.prepare(one.portrait.orElseThrow());
            one.prepared = Optional.of(prepared);
            Decision decision = one.decision.orElseThrow();
            if (prepared.enlarged() && decision.reason().isEmpty()) {
                one.decide(decision.because(Reason.PICTURE_ENLARGED));
            }
        } catch (PictureRefused e) {
            one.decide(Decision.fail(Failures.of(e)));
        }
    }

    /** Holds back what needs an approval first. */
    private Optional<RunStopped> hold() {
        boolean free = !run.spec.isBulk()
                || run.spec.kind() != RunKind.SYNC
                || run.spec.approval().manyChanges();
        if (free) {
            return Optional.empty();
        }
        long most = run.spec.rules().guards().mostUnapproved(run.spec.lastListing());
        long room = most - run.figures.counts().guarded();
        List<Case> guarded = cases.stream()
                .filter(one -> one.decision.filter(Decision::guarded).isPresent())
                .toList();
        if (guarded.size() <= room) {
            return Optional.empty();
        }
        List<Case> held = guarded.stream().skip(Math.max(0, room)).toList();
        held.forEach(one -> one.untouched = true);
        run.journal()
                .hold(new Hold(
                        Reason.MANY_CHANGES,
                        run.figures.counts().guarded() + guarded.size(),
                        most,
                        held.stream().map(Hold.Person::of).toList()));
        return Optional.of(RunStopped.because(
                RunState.AWAITING_APPROVAL, Reason.MANY_CHANGES, most + " are allowed without an approval"));
    }

    private List<Case> toWrite(boolean claimed) {
        return cases.stream()
                .filter(one -> one.changesTarget() && !one.untouched && one.claimed == claimed)
                .toList();
    }

    private Optional<RunStopped> write() {
        Optional<RunStopped> obstacle = stopWanted().or(() -> Preflight.oneRealm(run));
        if (obstacle.isPresent()) {
            toWrite(false).forEach(one -> one.untouched = true);
            return obstacle;
        }
        Optional<RunStopped> stop = promised();
        List<Case> claimed = toWrite(true);
        if (stop.isPresent() || claimed.isEmpty()) {
            claimed.forEach(one -> one.untouched = true);
            return stop;
        }
        return writing.write(claimed).or(() -> writing.verify(claimed));
    }

    private Optional<RunStopped> stopWanted() {
        Signal signal = run.ports.control().signal();
        return signal == Signal.GO_ON ? Optional.empty() : Optional.of(RunStopped.by(signal));
    }

    private Optional<RunStopped> promised() {
        try {
            return promise();
        } catch (BeforeImagesFull e) {
            toWrite(false).forEach(one -> one.untouched = true);
            return Optional.of(RunStopped.because(RunState.PAUSED, Reason.PREVIOUS_PICTURES_FULL, e.getMessage()));
        }
    }

    /** Claims the states; where somebody else of us was faster, looks and decides once more. */
    private Optional<RunStopped> promise() {
        writing.checkOnceMore(toWrite(false));
        List<Case> lost = writing.intend(toWrite(false));
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        lost.forEach(one -> one.lookAgain(run.stateOf(one)));
        new Scoping(run.spec).apply(lost, Set.of());
        Optional<RunStopped> stop =
                target.look(lost.stream().filter(Case::isOpen).toList());
        List<Case> open = new ArrayList<>(lost.stream().filter(Case::isOpen).toList());
        if (stop.isPresent()) {
            open.forEach(one -> one.untouched = true);
            return stop;
        }
        decide(open);
        Optional<RunStopped> heldNow = hold();
        held = held.or(() -> heldNow);
        writing.checkOnceMore(toWrite(false));
        writing.intend(toWrite(false))
                .forEach(one -> one.decide(Decision.fail(Failures.passing(Reason.WRITTEN_MEANWHILE, ""))));
        return Optional.empty();
    }
}
