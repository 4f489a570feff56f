package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.Optional;
import org.photobridge.portal.engine.PhotoState.SourceMemory;
import org.photobridge.portal.engine.PhotoState.UndoMark;
import org.photobridge.portal.engine.image.Look;
import org.photobridge.portal.engine.image.Portrait;
import org.photobridge.portal.engine.image.Prepared;
import org.photobridge.spi.Account;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.TargetToken;

/** One person on the way through a batch: what was found out so far, and what came of it. Lives as long as the batch. */
final class Case {

    final Account account;
    final String key;
    PhotoState state;

    /** The source's answer; empty until it was asked. */
    Optional<PhotoResult> photo = Optional.empty();

    Optional<String> contentHash = Optional.empty();
    Optional<Portrait> portrait = Optional.empty();
    Optional<Look> sourceLook = Optional.empty();

    /** What the target said; empty until it was looked at. */
    Optional<TargetState> found = Optional.empty();

    Optional<Look> targetLook = Optional.empty();
    Optional<Decision> decision = Optional.empty();
    Optional<Prepared> prepared = Optional.empty();

    boolean claimed;
    boolean lookOnly;

    /** After a write: the target's new fingerprint. */
    Optional<String> written = Optional.empty();

    /** After a write: what the service serves. */
    Optional<Condition> served = Optional.empty();

    Optional<String> servedWhy = Optional.empty();

    /** Set if an undo put the previous picture back. */
    Optional<UndoMark> undoneNow = Optional.empty();

    /** Nothing was done about this person: not in this run, or not yet. */
    boolean untouched;

    /** A write may have been done in part. */
    boolean halfDone;

    Case(Account account, String key, PhotoState state) {
        this.account = account;
        this.key = key;
        this.state = state;
    }

    boolean isOpen() {
        return decision.isEmpty() && !untouched;
    }

    void decide(Decision made) {
        decision = Optional.of(made);
    }

    boolean isTo(Decision.Act act) {
        return decision.filter(made -> made.act() == act).isPresent();
    }

    boolean changesTarget() {
        return decision.filter(made -> made.act() != Decision.Act.LEAVE).isPresent();
    }

    /** Whether the source gave an answer that can be worked with. */
    boolean isReadFromSource() {
        return photo.filter(answer -> !(answer instanceof PhotoResult.Failed)).isPresent();
    }

    /** Forgets what was read of the target and decided on it. */
    void lookAgain(PhotoState anew) {
        state = anew;
        found = Optional.empty();
        targetLook = Optional.empty();
        decision = Optional.empty();
        prepared = Optional.empty();
    }

    TargetView view() {
        return found.orElseThrow()
                .match(new TargetState.Cases<>(
                        present -> TargetView.picture(present.fingerprint(), targetLook),
                        empty -> TargetView.NOTHING,
                        impossible -> TargetView.impossible(impossible.code()),
                        failed -> TargetView.NOTHING,
                        untried -> TargetView.NOTHING));
    }

    /** What we remember of the target, as if we had just looked. */
    TargetView remembered() {
        return state.target()
                .fingerprint()
                .map(print -> TargetView.picture(print, state.target().look()))
                .orElse(TargetView.NOTHING);
    }

    Optional<TargetSnapshot> snapshot() {
        return found.flatMap(answer -> answer.match(new TargetState.Cases<>(
                TargetState.Present::snapshot,
                TargetState.Empty::snapshot,
                impossible -> Optional.empty(),
                failed -> Optional.empty(),
                untried -> Optional.empty())));
    }

    TargetToken token() {
        return found.map(answer -> answer.match(new TargetState.Cases<>(
                        TargetState.Present::token,
                        TargetState.Empty::token,
                        impossible -> TargetToken.NONE,
                        failed -> TargetToken.NONE,
                        untried -> TargetToken.NONE)))
                .orElse(TargetToken.NONE);
    }

    /** What to remember of the source's picture from now on. */
    SourceMemory sourceMemory(String recipe, Instant now) {
        SourceMemory before = state.source();
        if (photo.isEmpty() || !(photo.get() instanceof PhotoResult.Found answer)) {
            return before;
        }
        boolean same = contentHash.equals(before.contentHash());
        return new SourceMemory(
                Optional.of(answer.photo().fingerprint()),
                contentHash,
                Optional.of(recipe),
                same ? before.firstSeen() : Optional.of(now));
    }
}
