package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;

/** Knows when asking for something after another run, which shows what it would do, is the approval of it. */
@ApplicationScoped
class FollowedRuns {

    private static final Duration PREVIEW_APPROVES = Duration.ofHours(24);

    private final RunRepository runs;
    private final RequestRepository requests;
    private final Clock clock;

    protected FollowedRuns() {
        this(null, null, null);
    }

    @Inject
    FollowedRuns(RunRepository runs, RequestRepository requests, Clock clock) {
        this.runs = runs;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Whether the asking approves what the guards would hold, because of the run that it follows: the real run after its
     * preview, or the preview that shows what a held run would do.
     *
     * @param asked whom it was asked for, in the caller's own words
     * @param asking the same, within what the caller may see
     * @throws RequestRefusedException if the caller knows of no such run, or it is to approve this and can't
     */
    boolean approve(Scope asked, Asking asking) {
        if (asking.startedByRun().isEmpty()) {
            return false;
        }
        RunRow followed = find(asking.startedByRun().get());
        return switch (asking.kind()) {
            case SYNC -> {
                requirePreview(followed);
                requireSame(followed, asked, asking);
                yield true;
            }
            case PREVIEW -> {
                requireSame(followed, asked, asking);
                yield followed.state() == RunState.AWAITING_APPROVAL;
            }
            case CHECK, UNDO -> false;
        };
    }

    private void requirePreview(RunRow followed) {
        if (followed.kind() != RunKind.PREVIEW || !followed.isComplete()) {
            throw new RequestRefusedException("request.refused.no-preview");
        }
        if (isOld(followed)) {
            throw new RequestRefusedException("request.refused.old-preview");
        }
    }

    /** Pictures change: what a preview showed long ago is no approval of what would be done now. */
    private boolean isOld(RunRow preview) {
        Instant ended = preview.finishedAt().orElse(preview.requestedAt());
        return ended.plus(PREVIEW_APPROVES).isBefore(clock.instant());
    }

    /** People may have been named by their addresses then and by their ids now; the order says nothing. */
    private void requireSame(RunRow followed, Scope asked, Asking asking) {
        Scope then = requests.scope(followed.id());
        boolean isSame = followed.planId() == asking.planId() && (isSame(then, asked) || isSame(then, asking.scope()));
        if (!isSame) {
            throw new RequestRefusedException("request.refused.other-run");
        }
    }

    private static boolean isSame(Scope one, Scope other) {
        return one.kind() == other.kind() && Set.copyOf(one.ids()).equals(Set.copyOf(other.ids()));
    }

    private RunRow find(long runId) {
        return runs.find(runId).orElseThrow(() -> new RequestRefusedException("request.refused.no-run"));
    }
}
