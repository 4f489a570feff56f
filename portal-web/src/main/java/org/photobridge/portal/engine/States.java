package org.photobridge.portal.engine;

import java.util.Optional;
import org.photobridge.portal.engine.PhotoState.Absences;
import org.photobridge.portal.engine.PhotoState.KeepMark;
import org.photobridge.portal.engine.PhotoState.OpenIntent;
import org.photobridge.portal.engine.PhotoState.SourceMemory;
import org.photobridge.portal.engine.PhotoState.TargetMemory;
import org.photobridge.portal.engine.PhotoState.UndoMark;

/** Makes a photo state from another one, changing what has changed. */
final class States {

    private final PhotoState before;
    private String accountId;
    private long version;
    private Condition condition;
    private Optional<String> reason;
    private boolean settled;
    private SourceMemory source;
    private TargetMemory target;
    private Optional<Absences> absences;
    private Optional<UndoMark> undone;
    private Optional<KeepMark> kept;
    private Optional<OpenIntent> openIntent;
    private long lastRun;

    private States(PhotoState before) {
        this.before = before;
        this.accountId = before.accountId();
        this.version = before.version();
        this.condition = before.condition();
        this.reason = before.reason();
        this.settled = before.settled();
        this.source = before.source();
        this.target = before.target();
        this.absences = before.absences();
        this.undone = before.undone();
        this.kept = before.kept();
        this.openIntent = before.openIntent();
        this.lastRun = before.lastRun();
    }

    static States of(PhotoState before) {
        return new States(before);
    }

    States account(String id) {
        accountId = id;
        return this;
    }

    /** A claim has raised the stored version. */
    States claimed(boolean claimed) {
        version = before.version() + (claimed ? 1 : 0);
        return this;
    }

    States condition(Condition now, Optional<String> why) {
        condition = now;
        reason = why;
        return this;
    }

    States settled(boolean now) {
        settled = now;
        return this;
    }

    States source(SourceMemory now) {
        source = now;
        return this;
    }

    States target(TargetMemory now) {
        target = now;
        return this;
    }

    States absences(Optional<Absences> now) {
        absences = now;
        return this;
    }

    States undone(Optional<UndoMark> now) {
        undone = now;
        return this;
    }

    States kept(Optional<KeepMark> now) {
        kept = now;
        return this;
    }

    States openIntent(Optional<OpenIntent> now) {
        openIntent = now;
        return this;
    }

    States withoutMarks() {
        return absences(Optional.empty()).undone(Optional.empty()).kept(Optional.empty());
    }

    States lastRun(long run) {
        lastRun = run;
        return this;
    }

    PhotoState build() {
        return new PhotoState(
                before.targetKey(),
                accountId,
                before.ownerPlan(),
                version,
                condition,
                reason,
                settled,
                source,
                rememberedTarget(),
                absences,
                undone,
                kept,
                openIntent,
                lastRun);
    }

    /** What an undo put back isn't ours: without its mark nothing may take it for our own write. */
    private TargetMemory rememberedTarget() {
        boolean released = before.undone().isPresent() && undone.isEmpty();
        boolean isWhatWasPutBack =
                target.writtenFingerprint().equals(before.target().writtenFingerprint());
        return released && isWhatWasPutBack ? target.writtenByOthers() : target;
    }
}
