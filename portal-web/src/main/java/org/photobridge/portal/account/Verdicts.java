package org.photobridge.portal.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.engine.Reason;

/** The one place that turns what is known of a person's picture into a verdict. */
final class Verdicts {

    /** For so long after a write viewers may still see the old picture; Teams keeps pictures up to 60 days. */
    private static final Duration CACHES_LAG = Duration.ofDays(60);

    private Verdicts() {}

    /**
     * A pure function.
     *
     * @param reasonCode why the condition is so; empty text if there is nothing to say
     * @param isProtected whether the person is on the list of protected people now
     */
    static Verdict of(
            Condition condition, String reasonCode, boolean isProtected, Optional<Instant> lastWritten, Instant now) {
        if (isProtected || reasonCode.equals(Reason.PROTECTED.code())) {
            return Verdict.PROTECTED;
        }
        if (reasonCode.equals(Reason.UNDONE.code()) || reasonCode.equals(Reason.PUT_BACK.code())) {
            return Verdict.UNDONE;
        }
        if (reasonCode.equals(Reason.KEPT_BY_PERSON.code())) {
            return Verdict.KEPT_BY_PERSON;
        }
        return switch (condition) {
            case IN_SYNC -> isRecent(lastWritten, now) ? Verdict.ALIKE_SINCE_WRITE : Verdict.ALIKE;
            case OUT_OF_DATE -> Verdict.BEHIND;
            case MISSING_IN_TARGET -> Verdict.MISSING;
            case UNKNOWN -> Verdict.NOT_CHECKED;
            // Without a reason no rule keeps it: a sync replaces it.
            case CHANGED_IN_TARGET -> reasonCode.isEmpty() ? Verdict.BEHIND : Verdict.CHANGED_IN_TARGET;
            case WRITTEN_NOT_SERVED, KEPT, NO_SOURCE_PHOTO, REMOVED_IN_SOURCE, NOT_ELIGIBLE, EXCLUDED, FAILED ->
                Verdict.valueOf(condition.name());
        };
    }

    private static boolean isRecent(Optional<Instant> lastWritten, Instant now) {
        return lastWritten.map(written -> written.plus(CACHES_LAG).isAfter(now)).orElse(false);
    }
}
