package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.photobridge.portal.engine.PhotoState.Absences;
import org.photobridge.portal.engine.PhotoState.KeepMark;
import org.photobridge.portal.engine.PhotoState.OpenIntent;
import org.photobridge.portal.engine.PhotoState.TargetMemory;
import org.photobridge.portal.engine.PhotoState.UndoMark;
import org.photobridge.portal.engine.image.Look;
import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.TargetState;

/** Turns what came of a batch into what is stored of it. */
final class Recording {

    private final RunContext run;

    Recording(RunContext run) {
        this.run = run;
    }

    void record(List<Case> cases) {
        List<Case> done = cases.stream().filter(one -> !one.untouched).toList();
        List<String> released = cases.stream()
                .filter(one -> one.untouched && one.claimed && !one.halfDone)
                .filter(one -> one.state.openIntent().isEmpty())
                .map(one -> one.key)
                .toList();
        if (done.isEmpty() && released.isEmpty()) {
            return;
        }
        run.figures.at(Step.RECORD, done.size());
        List<Outcome> outcomes = done.stream().map(this::outcome).toList();
        RunCounts counts = run.figures.with(RunCounts.of(outcomes));
        run.journal()
                .record(new BatchRecord(
                        done.stream().map(one -> one.account).toList(),
                        outcomes,
                        done.stream().flatMap(one -> state(one).stream()).toList(),
                        released,
                        counts));
        run.figures.recorded(counts);
        for (int i = 0; i < outcomes.size(); i++) {
            run.streak.note(done.get(i), outcomes.get(i));
        }
    }

    private Outcome outcome(Case one) {
        Decision decision = one.decision.orElseThrow();
        OutcomeType type =
                run.spec.kind().writes() ? decision.type() : decision.type().onlyPlanned();
        return new Outcome(
                one.account.id(),
                one.key,
                type,
                one.servedWhy.or(decision::reason).or(() -> nothingThere(decision)),
                decision.failure().map(failure -> failure.category()),
                decision.failure().map(failure -> failure.message()).orElse(""),
                condition(one, decision),
                decision.guarded(),
                run.now());
    }

    /** Of a picture that was added the condition afterwards tells nothing; so the outcome has it as its reason. */
    private static Optional<String> nothingThere(Decision decision) {
        boolean adds = decision.act() == Decision.Act.WRITE && decision.condition() == Condition.MISSING_IN_TARGET;
        return adds ? Optional.of(Reason.NOTHING_THERE.code()) : Optional.empty();
    }

    private static Condition condition(Case one, Decision decision) {
        if (one.written.isEmpty() || decision.act() == Decision.Act.REMOVE) {
            return decision.condition();
        }
        return one.served.orElse(Condition.IN_SYNC);
    }

    /** The person's new state; none if it isn't ours to say. */
    private Optional<PhotoState> state(Case one) {
        Decision decision = one.decision.orElseThrow();
        boolean notOurs = one.key.isEmpty()
                || one.state.ownerPlan() != run.spec.planId()
                || decision.reason()
                        .filter(Reason.TARGET_KEY_CLASH.code()::equals)
                        .isPresent();
        if (notOurs) {
            return Optional.empty();
        }
        if (run.spec.kind() == RunKind.PREVIEW) {
            return one.state.version() == 0
                    ? Optional.empty()
                    : Optional.of(States.of(one.state).lastRun(run.spec.runId()).build());
        }
        if (run.spec.kind() == RunKind.UNDO && one.written.isEmpty() && !one.halfDone) {
            return Optional.of(States.of(one.state)
                    .claimed(one.claimed)
                    .lastRun(run.spec.runId())
                    .build());
        }
        return Optional.of(state(one, decision));
    }

    private PhotoState state(Case one, Decision decision) {
        Condition condition = condition(one, decision);
        return States.of(one.state)
                .account(one.account.id())
                .claimed(one.claimed)
                .condition(condition, reason(one, decision, condition))
                .settled(isSettled(one, decision, condition))
                .source(one.sourceMemory(run.recipe, run.now()))
                .target(target(one))
                .absences(absences(one))
                .undone(undone(one))
                .kept(kept(one))
                .openIntent(openIntent(one))
                .lastRun(run.spec.runId())
                .build();
    }

    private static Optional<String> reason(Case one, Decision decision, Condition condition) {
        boolean asBefore = decision.type() == OutcomeType.UNCHANGED && condition == one.state.condition();
        if (asBefore) {
            return one.state.reason();
        }
        if (one.undoneNow.isPresent()) {
            return Optional.of(Reason.UNDONE.code());
        }
        return one.servedWhy.isPresent() ? one.servedWhy : decision.reason();
    }

    private static boolean isSettled(Case one, Decision decision, Condition condition) {
        boolean writtenWell = condition == Condition.IN_SYNC || one.undoneNow.isPresent();
        return one.written.isPresent() ? writtenWell : decision.settled();
    }

    private TargetMemory target(Case one) {
        TargetMemory before = one.state.target();
        if (one.written.isPresent()) {
            return written(one, one.written.filter(print -> !print.isEmpty()));
        }
        if (one.found.isEmpty()) {
            return before;
        }
        Optional<String> print = one.view().fingerprint();
        boolean same = print.equals(before.fingerprint());
        Optional<Look> look = one.targetLook.isEmpty() && same ? before.look() : one.targetLook;
        return new TargetMemory(
                print,
                before.writtenFingerprint(),
                before.preparedHash(),
                look,
                before.lastWritten(),
                Optional.of(run.now()));
    }

    private TargetMemory written(Case one, Optional<String> print) {
        Optional<Instant> now = Optional.of(run.now());
        if (one.undoneNow.isPresent()) {
            return new TargetMemory(print, print, Optional.empty(), Optional.empty(), now, now);
        }
        return new TargetMemory(
                print, print, one.prepared.map(prepared -> prepared.hash()), lookOfPrepared(one), now, now);
    }

    /** How what was written looks, as a later look at the target would find it. */
    private Optional<Look> lookOfPrepared(Case one) {
        return one.prepared
                .map(prepared -> prepared.pictures().stream()
                        .max(java.util.Comparator.comparingInt(
                                picture -> picture.rendition().pixels()))
                        .orElseThrow())
                .map(picture -> lookOf(picture.bytes()));
    }

    private Look lookOf(byte[] ours) {
        try {
            return run.pictures.read(ours).look();
        } catch (PictureRefused e) {
            throw new IllegalStateException("We can read what we wrote", e);
        }
    }

    private Optional<Absences> absences(Case one) {
        Optional<Absences> before = one.state.absences();
        if (one.photo.isEmpty() || one.photo.get() instanceof PhotoResult.Failed) {
            return before;
        }
        if (!(one.photo.get() instanceof PhotoResult.Absent absent)) {
            return Optional.empty();
        }
        if (!run.spec.kind().writes()) {
            return before;
        }
        return Optional.of(before.map(seen -> new Absences(seen.seen() + 1, seen.firstAt(), absent.code()))
                .orElseGet(() -> new Absences(1, run.now(), absent.code())));
    }

    /** An undo holds until the source's picture changes, or somebody asks for a write all the same. */
    private Optional<UndoMark> undone(Case one) {
        if (one.undoneNow.isPresent()) {
            return one.undoneNow;
        }
        boolean overridden = run.spec.replaceAllTheSame() && one.written.isPresent();
        boolean changed = one.contentHash.isPresent()
                && one.state
                        .undone()
                        .filter(mark -> !mark.sourceHash().equals(one.contentHash.get()))
                        .isPresent();
        return overridden || changed ? Optional.empty() : one.state.undone();
    }

    /** What somebody decided to keep stays so until either of the two pictures is another one. */
    private static Optional<KeepMark> kept(Case one) {
        boolean replaced = one.written.isPresent() || one.halfDone;
        return one.state.kept().filter(mark -> !replaced && isAsDecided(mark, one));
    }

    private static boolean isAsDecided(KeepMark mark, Case one) {
        boolean sameSource =
                one.contentHash.filter(hash -> !hash.equals(mark.sourceHash())).isEmpty();
        boolean seen = one.found
                .filter(answer -> answer instanceof TargetState.Present || answer instanceof TargetState.Empty)
                .isPresent();
        return sameSource
                && (!seen
                        || one.view()
                                .fingerprint()
                                .filter(mark.targetFingerprint()::equals)
                                .isPresent());
    }

    private Optional<OpenIntent> openIntent(Case one) {
        if (one.halfDone) {
            String hash = one.prepared.map(prepared -> prepared.hash()).orElse("");
            return Optional.of(new OpenIntent(run.spec.runId(), hash));
        }
        return one.written.isPresent()
                ? Optional.empty()
                : one.state.openIntent().filter(open -> !isVoid(open, one));
    }

    /**
     * Whether nothing is there that the intent could have put there: a picture that comes later is a stranger's. The
     * promise of a write by another run, which may be under way just now, is left alone.
     */
    private boolean isVoid(OpenIntent open, Case one) {
        boolean promisedRemoval = open.preparedHash().isEmpty();
        boolean ownPromise = open.runId() == run.spec.runId();
        return one.found.filter(TargetState.Empty.class::isInstance).isPresent() && (promisedRemoval || ownPromise);
    }
}
