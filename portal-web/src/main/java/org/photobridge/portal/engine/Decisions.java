package org.photobridge.portal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.photobridge.portal.engine.PhotoState.Absences;
import org.photobridge.portal.engine.image.Look;

/**
 * The decision table: what to do, from what is known, without any look or side effect of its own.
 *
 * @param largest the side of the largest picture that would be written
 * @param replaceAllTheSame overrides rules and marks
 */
record Decisions(Rules rules, int largest, boolean replaceAllTheSame) {

    private static final Duration ABSENCE_IS_BELIEVED = Duration.ofHours(24);

    /** The source's picture is there. */
    Decision onPhoto(String contentHash, Look source, PhotoState state, TargetView target) {
        if (target.impossible().isPresent()) {
            return Decision.skip(Condition.NOT_ELIGIBLE, target.impossible().get())
                    .settled(true);
        }
        boolean alike = target.look().filter(source::isAlike).isPresent();
        if (!replaceAllTheSame && isUndone(state, contentHash)) {
            return Decision.skip(undoneCondition(target, alike), Reason.UNDONE).settled(true);
        }
        if (target.fingerprint().isEmpty()) {
            return Decision.write(Condition.MISSING_IN_TARGET);
        }
        if (replaceAllTheSame) {
            return Decision.write(different(state, target)).because(Reason.REPLACED_ALL_THE_SAME);
        }
        if (state.openIntent().isPresent()) {
            return Decision.write(Condition.OUT_OF_DATE);
        }
        return alike
                ? onAlike(source, target.look().orElseThrow(), isOurs(state, target))
                : onDifferent(contentHash, state, target);
    }

    private static boolean isUndone(PhotoState state, String contentHash) {
        return state.undone()
                .filter(mark -> mark.sourceHash().equals(contentHash))
                .isPresent();
    }

    /** Whether somebody has looked at these two pictures and keeps the target's, whatever the rule is by now. */
    private static boolean isKept(PhotoState state, String contentHash, TargetView target) {
        return state.kept()
                .filter(mark -> mark.isAbout(Optional.of(contentHash), target.fingerprint()))
                .isPresent();
    }

    private static Condition undoneCondition(TargetView target, boolean alike) {
        if (target.fingerprint().isEmpty()) {
            return Condition.MISSING_IN_TARGET;
        }
        return alike ? Condition.IN_SYNC : Condition.OUT_OF_DATE;
    }

    private Decision onAlike(Look source, Look target, boolean ours) {
        if (isMarkedlySmaller(target.side(), Math.min(source.side(), largest))) {
            return Decision.write(Condition.OUT_OF_DATE).because(Reason.TARGET_WAS_SMALLER);
        }
        boolean better = !ours && source.side() < largest && isMarkedlySmaller(source.side(), target.side());
        return better && rules.keepBetter()
                ? Decision.skip(Condition.KEPT, Reason.TARGET_IS_BETTER).settled(true)
                : Decision.unchanged(Condition.IN_SYNC);
    }

    private static boolean isMarkedlySmaller(int side, int than) {
        return side * 4L < than * 3L;
    }

    private Decision onDifferent(String contentHash, PhotoState state, TargetView target) {
        if (isOurs(state, target)) {
            return Decision.write(Condition.OUT_OF_DATE);
        }
        if (isKept(state, contentHash, target)) {
            return Decision.skip(Condition.CHANGED_IN_TARGET, Reason.KEPT_BY_PERSON)
                    .settled(true);
        }
        return switch (rules.notOurs()) {
            case OVERWRITE -> Decision.write(different(state, target)).guardedBy(true);
            case KEEP ->
                Decision.skip(Condition.CHANGED_IN_TARGET, Reason.CHANGED_IN_TARGET)
                        .settled(true);
            case ASK ->
                Decision.skip(Condition.CHANGED_IN_TARGET, Reason.CHANGED_IN_TARGET_ASK)
                        .settled(true);
        };
    }

    private static Condition different(PhotoState state, TargetView target) {
        boolean wroteOnce =
                state.undone().isEmpty() && state.target().writtenFingerprint().isPresent();
        return wroteOnce && !isOurs(state, target) ? Condition.CHANGED_IN_TARGET : Condition.OUT_OF_DATE;
    }

    /** Ours and unchanged since our write; what an undo put back never was ours. */
    static boolean isOurs(PhotoState state, TargetView target) {
        return state.undone().isEmpty()
                && target.fingerprint().isPresent()
                && target.fingerprint().equals(state.target().writtenFingerprint());
    }

    /** The source said by a known code that there is no photo. */
    Decision onAbsence(String code, PhotoState state, Instant now) {
        if (state.source().contentHash().isEmpty()) {
            return Decision.skip(Condition.NO_SOURCE_PHOTO, code);
        }
        if (!isBelieved(state, now)) {
            return Decision.skip(Condition.NO_SOURCE_PHOTO, Reason.ABSENT_ONCE);
        }
        return Decision.skip(Condition.REMOVED_IN_SOURCE, Reason.REMOVED_IN_SOURCE);
    }

    private static boolean isBelieved(PhotoState state, Instant now) {
        Optional<Absences> before = state.absences();
        return before.isPresent()
                && !before.get().firstAt().plus(ABSENCE_IS_BELIEVED).isAfter(now);
    }

    /** Whether the plan wants more than to know of a removal that is believed. */
    boolean removes(Decision onAbsence) {
        return onAbsence.condition() == Condition.REMOVED_IN_SOURCE && rules.onRemoval() == OnRemoval.REMOVE;
    }

    /** The photo was removed in the source, and the plan wants that in the target too. */
    Decision onRemoval(PhotoState state, TargetView target) {
        if (target.fingerprint().isEmpty()) {
            return Decision.unchanged(Condition.REMOVED_IN_SOURCE);
        }
        boolean undone = isUndone(state, "");
        if (undone && !replaceAllTheSame) {
            return Decision.skip(Condition.REMOVED_IN_SOURCE, Reason.UNDONE);
        }
        boolean may = replaceAllTheSame || isOurs(state, target) || rules.notOurs() == NotOurs.OVERWRITE;
        return may ? Decision.remove() : Decision.skip(Condition.REMOVED_IN_SOURCE, Reason.CHANGED_IN_TARGET);
    }
}
