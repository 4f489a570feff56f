package org.photobridge.portal.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.photobridge.portal.engine.PhotoState.UndoMark;
import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.spi.Account;
import org.photobridge.spi.Capability;
import org.photobridge.spi.TargetPicture;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.TargetState;

/** Puts one person's previous picture back: exactly the state before a run's write. */
final class UndoRun {

    private final RunContext run;
    private final TargetStep target;
    private final WriteStep writing;

    UndoRun(RunContext run) {
        this.run = run;
        this.target = new TargetStep(run);
        this.writing = new WriteStep(run);
    }

    RunSummary run() {
        try {
            new Preflight(run).check();
            Listing listing = new Listing(run);
            while (!listing.isAtEnd()) {
                List<Account> found = listing.next();
                Unknown.record(run, listing.takeUnknown());
                run.casesOf(notRecorded(found)).forEach(this::undo);
            }
            return ended();
        } catch (RunStopped e) {
            return e.summary(run.figures.counts(), OptionalLong.empty());
        }
    }

    private List<Account> notRecorded(List<Account> found) {
        return found.stream()
                .filter(account -> run.journal().recorded(Set.of(account.id())).isEmpty())
                .toList();
    }

    private RunSummary ended() {
        boolean failed = run.figures.counts().of(OutcomeType.FAILED) > 0;
        return new RunSummary(
                failed ? RunState.COMPLETED_WITH_FAILURES : RunState.SUCCEEDED,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                run.figures.counts(),
                OptionalLong.empty());
    }

    private void undo(Case one) {
        Optional<BeforeImage> before = run.journal().beforeImage(one.account.id(), run.spec.undoOf());
        obstacle(one, before).ifPresent(one::decide);
        Optional<RunStopped> stop =
                one.isOpen() ? lookAndPutBack(one, before.orElseThrow().snapshot()) : Optional.empty();
        new Recording(run).record(List.of(one));
        stop.ifPresent(reason -> {
            throw reason;
        });
    }

    private Optional<Decision> obstacle(Case one, Optional<BeforeImage> before) {
        Condition condition = one.state.condition();
        if (one.key.isEmpty()) {
            return Optional.of(Decision.skip(Condition.NOT_ELIGIBLE, Reason.NO_TARGET_IDENTIFIER));
        }
        if (one.state.ownerPlan() != run.spec.planId()) {
            return Optional.of(Decision.skip(condition, Reason.OWNED_BY_OTHER_PLAN));
        }
        if (!run.targetCan(Capability.RESTORE)) {
            return Optional.of(asItWas(one, Reason.CANNOT_RESTORE));
        }
        return before.isEmpty() ? Optional.of(asItWas(one, Reason.NOTHING_TO_UNDO)) : Optional.empty();
    }

    private static Decision asItWas(Case one, Reason why) {
        return Decision.skip(one.state.condition(), why).settled(one.state.settled());
    }

    private Optional<RunStopped> lookAndPutBack(Case one, TargetSnapshot before) {
        Optional<RunStopped> stop = target.look(List.of(one));
        if (stop.isPresent()) {
            one.untouched = one.isOpen();
            return stop;
        }
        if (one.isOpen()) {
            one.decide(decision(one));
        }
        if (one.changesTarget()) {
            writing.checkOnceMore(List.of(one));
        }
        return one.changesTarget() ? promiseAndPutBack(one, before) : Optional.empty();
    }

    private Decision decision(Case one) {
        TargetView view = one.view();
        if (view.impossible().isPresent()) {
            return Decision.skip(Condition.NOT_ELIGIBLE, view.impossible().get());
        }
        boolean stillOurs = view.fingerprint().equals(one.state.target().writtenFingerprint());
        boolean may = stillOurs
                || run.spec.replaceAllTheSame()
                || one.state.openIntent().isPresent();
        return may
                ? Decision.write(one.state.condition()).because(Reason.PUT_BACK)
                : asItWas(one, Reason.CHANGED_SINCE);
    }

    private Optional<RunStopped> promiseAndPutBack(Case one, TargetSnapshot before) {
        try {
            if (!writing.intend(List.of(one)).isEmpty()) {
                one.decide(Decision.fail(Failures.passing(Reason.WRITTEN_MEANWHILE, "")));
                return Optional.empty();
            }
        } catch (BeforeImagesFull e) {
            one.untouched = true;
            return Optional.of(RunStopped.because(RunState.PAUSED, Reason.PREVIOUS_PICTURES_FULL, e.getMessage()));
        }
        Optional<RunStopped> stop = writing.restore(one, before);
        if (one.written.isPresent()) {
            lookAtWhatIsThereNow(one);
            mark(one);
        }
        return stop;
    }

    /** What the page shows is what is there, not what we believe to have put there. */
    private void lookAtWhatIsThereNow(Case one) {
        run.figures.at(Step.VERIFY, 1);
        Answers<TargetState> answers = run.calls.batch(
                List.of(TargetRequest.of(one.account).withPicture()),
                asked -> run.target.readStates(asked, run.targetCall),
                Kind.STATE);
        TargetState answer = answers.results().get(0);
        if (answer instanceof TargetState.Present there) {
            one.written = Optional.of(there.fingerprint());
            run.ports
                    .previews()
                    .keep(one.account.id(), End.TARGET, there.picture().flatMap(this::preview));
        } else if (answer instanceof TargetState.Empty) {
            run.ports.previews().keep(one.account.id(), End.TARGET, Optional.empty());
        }
    }

    private Optional<byte[]> preview(TargetPicture picture) {
        try {
            return Optional.of(run.pictures.read(picture.bytes()).preview());
        } catch (PictureRefused e) {
            return Optional.empty();
        }
    }

    private void mark(Case one) {
        boolean nothing = one.written.filter(String::isEmpty).isPresent();
        one.undoneNow = Optional.of(new UndoMark(sourceHash(one.state), run.now()));
        one.served = Optional.of(nothing ? Condition.MISSING_IN_TARGET : Condition.OUT_OF_DATE);
        Decision done = one.decision.orElseThrow();
        one.decide(nothing ? done.as(OutcomeType.REMOVED) : done);
    }

    /** The source's picture that the undo holds against; empty text if it was removed there. */
    private static String sourceHash(PhotoState state) {
        if (state.condition() == Condition.REMOVED_IN_SOURCE) {
            return "";
        }
        return state.undone()
                .map(UndoMark::sourceHash)
                .or(() -> state.source().contentHash())
                .orElse("");
    }
}
