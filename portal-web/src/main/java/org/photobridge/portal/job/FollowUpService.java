package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Asks for what follows from a run that somebody has looked at: the real run after its preview, or an undo. */
@ApplicationScoped
public class FollowUpService {

    private static final Duration PREVIEW_APPROVES = Duration.ofHours(24);

    private final RunRepository runs;
    private final RequestRepository requests;
    private final RequestService asking;
    private final Clock clock;

    protected FollowUpService() {
        this(null, null, null, null);
    }

    @Inject
    public FollowUpService(RunRepository runs, RequestRepository requests, RequestService asking, Clock clock) {
        this.runs = runs;
        this.requests = requests;
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * Does for real what a preview showed; having seen it is the approval.
     *
     * @throws RequestRefusedException if the run isn't a preview that came to its end within the last day
     */
    @Transactional
    public RequestService.Submitted doForReal(long previewRunId) {
        Access.require(Role.OPERATOR);
        RunRow preview = find(previewRunId);
        if (preview.kind() != RunKind.PREVIEW || !preview.isComplete()) {
            throw new RequestRefusedException("request.refused.no-preview");
        }
        if (isOld(preview)) {
            throw new RequestRefusedException("request.refused.old-preview");
        }
        Scope scope = requests.scope(previewRunId);
        return asking.submit(Asking.of(preview.planId(), RunKind.SYNC, scope).following(previewRunId));
    }

    /** Pictures change: what a preview showed long ago is no approval of what would be done now. */
    private boolean isOld(RunRow preview) {
        Instant ended = preview.finishedAt().orElse(preview.requestedAt());
        return ended.plus(PREVIEW_APPROVES).isBefore(clock.instant());
    }

    /**
     * Puts back one person's picture as it was before the run.
     *
     * @throws RequestRefusedException if there is no such run
     */
    @Transactional
    public RequestService.Submitted undo(long runId, String accountId, String displayName) {
        Access.require(Role.OPERATOR);
        RunRow run = find(runId);
        Scope scope = Scope.account(accountId, displayName);
        return asking.submit(Asking.of(run.planId(), RunKind.UNDO, scope).following(runId));
    }

    private RunRow find(long runId) {
        return runs.find(runId).orElseThrow(() -> new RequestRefusedException("request.refused.no-run"));
    }
}
