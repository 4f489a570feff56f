package org.photobridge.portal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;

/**
 * How far a photo state can be trusted without looking: what saves most calls of most runs.
 *
 * @param recipe today's recipe
 */
record Memory(Rules rules, String recipe, boolean replaceAllTheSame) {

    private static final Set<Condition> SHOWN_AS_LEFT_OUT =
            Set.of(Condition.KEPT, Condition.CHANGED_IN_TARGET, Condition.NOT_ELIGIBLE);

    /** For whom the target had no place: new and renamed people get one within hours, without our being told. */
    private static final Duration IMPOSSIBLE_AT_MOST = Duration.ofDays(1);

    /** Whether the same source picture would lead to the same outcome as before. */
    boolean isSettled(PhotoState state) {
        return state.settled()
                && !replaceAllTheSame
                && state.openIntent().isEmpty()
                && state.source().recipe().filter(recipe::equals).isPresent()
                && rulesAgree(state);
    }

    private boolean rulesAgree(PhotoState state) {
        boolean isReleased = isUndone(state) && state.undone().isEmpty()
                || isKept(state) && state.kept().isEmpty();
        if (isReleased) {
            return false;
        }
        return switch (state.condition()) {
            case CHANGED_IN_TARGET -> isKept(state) || rules.notOurs() != NotOurs.OVERWRITE;
            case KEPT -> rules.keepBetter();
            default -> true;
        };
    }

    private static boolean isUndone(PhotoState state) {
        return state.reason().filter(Reason.UNDONE.code()::equals).isPresent();
    }

    private static boolean isKept(PhotoState state) {
        return state.reason().filter(Reason.KEPT_BY_PERSON.code()::equals).isPresent();
    }

    /** The outcome as before, for the same source picture. */
    Decision repeated(PhotoState state) {
        Decision again = repeat(state);
        return again.settled(true);
    }

    private static Decision repeat(PhotoState state) {
        String reason = state.reason().orElse("");
        if (state.condition() == Condition.FAILED) {
            return Decision.fail(Failure.of(ErrorCategory.REJECTED, reason, "As before, nothing has changed"));
        }
        boolean leftOut = SHOWN_AS_LEFT_OUT.contains(state.condition()) || isUndone(state);
        return leftOut ? Decision.skip(state.condition(), reason) : Decision.unchanged(state.condition());
    }

    /** Whether the picture itself is what can't be used, so that looking at the target would tell nothing. */
    static boolean isAboutThePicture(PhotoState state) {
        return state.condition() == Condition.FAILED
                && state.reason().filter(Reason::isAboutThePicture).isPresent();
    }

    /**
     * Whether our memory of the target has grown old. It does after between half of the rule's time and all of it, by the
     * account, so that what was looked at in one day isn't looked at again in one day. Whom the target had no place for is
     * looked at every day.
     */
    boolean isLookDue(PhotoState state, Instant now) {
        Optional<Instant> last = state.target().lastLooked();
        return last.isEmpty() || !last.get().plus(age(state)).isAfter(now);
    }

    private Duration age(PhotoState state) {
        double share = Math.floorMod(state.accountId().hashCode() * 0x9E3779B9, 1000) / 1000.0;
        return Duration.ofMillis((long) (oldest(state).toMillis() * (1 + share) / 2));
    }

    private Duration oldest(PhotoState state) {
        boolean wasImpossible = state.condition() == Condition.NOT_ELIGIBLE;
        return wasImpossible && rules.lookAgain().compareTo(IMPOSSIBLE_AT_MOST) > 0
                ? IMPOSSIBLE_AT_MOST
                : rules.lookAgain();
    }
}
