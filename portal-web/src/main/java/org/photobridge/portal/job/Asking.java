package org.photobridge.portal.job;

import java.util.Objects;
import java.util.Optional;
import org.photobridge.portal.engine.RunKind;

/**
 * What somebody asks for, before it is stored as a request.
 *
 * @param replaceAnyway overrides the plan's rules, never protection; on-demand only and with a reason
 * @param approved it approves what the guards would hold; decided when it is submitted, by the run that it follows
 * @param reason why, in a person's words; empty text if none was given
 * @param startedByRun the run that this one follows, such as the preview or the run whose failures are tried again
 */
public record Asking(
        long planId,
        RunKind kind,
        Scope scope,
        boolean replaceAnyway,
        boolean approved,
        String reason,
        Optional<Long> startedByRun) {

    public Asking {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(startedByRun, "startedByRun");
    }

    public static Asking of(long planId, RunKind kind, Scope scope) {
        return new Asking(planId, kind, scope, false, false, "", Optional.empty());
    }

    /** Asks for the same of others. */
    Asking about(Scope others) {
        return new Asking(planId, kind, others, replaceAnyway, approved, reason, startedByRun);
    }

    Asking approved(boolean isApproval) {
        return new Asking(planId, kind, scope, replaceAnyway, isApproval, reason, startedByRun);
    }

    /** Asks to replace whatever the target has. */
    public Asking replacingAnyway(String why) {
        return new Asking(planId, kind, scope, true, approved, why, startedByRun);
    }

    public Asking because(String why) {
        return new Asking(planId, kind, scope, replaceAnyway, approved, why, startedByRun);
    }

    /** Asks after having seen another run's result. */
    public Asking following(long runId) {
        return new Asking(planId, kind, scope, replaceAnyway, approved, reason, Optional.of(runId));
    }

    /** Two askings with the same key want the same work; undoing one run isn't undoing another. */
    String equalityKey() {
        Optional<Long> undone = kind == RunKind.UNDO ? startedByRun : Optional.empty();
        return ContentKey.of(planId, kind, scope.kind(), scope.ids(), replaceAnyway, undone);
    }
}
