package org.photobridge.portal.engine;

import java.util.Optional;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;

/**
 * What is to be done about one person's picture, and why.
 *
 * @param type how it will have ended once that is done
 * @param condition as found, before anything is done
 * @param settled whether the same source picture leads to the same outcome again
 * @param guarded whether it is a removal, or an overwrite of a picture that isn't ours
 */
record Decision(
        Act act,
        OutcomeType type,
        Condition condition,
        Optional<String> reason,
        Optional<Failure> failure,
        boolean settled,
        boolean guarded) {

    /** What is to be done. */
    enum Act {
        LEAVE,
        WRITE,
        REMOVE
    }

    static Decision write(Condition found) {
        return new Decision(Act.WRITE, OutcomeType.UPDATED, found, Optional.empty(), Optional.empty(), false, false);
    }

    static Decision remove() {
        return new Decision(
                Act.REMOVE,
                OutcomeType.REMOVED,
                Condition.REMOVED_IN_SOURCE,
                Optional.of(Reason.REMOVED_IN_SOURCE.code()),
                Optional.empty(),
                false,
                true);
    }

    static Decision unchanged(Condition condition) {
        return new Decision(
                Act.LEAVE, OutcomeType.UNCHANGED, condition, Optional.empty(), Optional.empty(), true, false);
    }

    static Decision skip(Condition condition, Reason reason) {
        return skip(condition, reason.code());
    }

    static Decision skip(Condition condition, String reason) {
        return new Decision(
                Act.LEAVE, OutcomeType.SKIPPED, condition, Optional.of(reason), Optional.empty(), false, false);
    }

    /** Settled if the same input will be refused again. */
    static Decision fail(Failure failure) {
        boolean again = failure.category() == ErrorCategory.REJECTED || failure.category() == ErrorCategory.NOT_FOUND;
        return new Decision(
                Act.LEAVE,
                OutcomeType.FAILED,
                Condition.FAILED,
                Optional.of(failure.code()),
                Optional.of(failure),
                again,
                false);
    }

    Decision because(Reason why) {
        return new Decision(act, type, condition, Optional.of(why.code()), failure, settled, guarded);
    }

    Decision as(OutcomeType other) {
        return new Decision(act, other, condition, reason, failure, settled, guarded);
    }

    Decision settled(boolean now) {
        return new Decision(act, type, condition, reason, failure, now, guarded);
    }

    Decision guardedBy(boolean now) {
        return new Decision(act, type, condition, reason, failure, settled, now);
    }
}
