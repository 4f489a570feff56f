package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Asks for what follows from a run that somebody has looked at: the real run after its preview, another try, or an undo. */
@ApplicationScoped
public class FollowUpService {

    private final RunRepository runs;
    private final RunsInSight inSight;
    private final OutcomeRepository outcomes;
    private final RequestRepository requests;
    private final RequestService asking;

    protected FollowUpService() {
        this(null, null, null, null, null);
    }

    @Inject
    public FollowUpService(
            RunRepository runs,
            RunsInSight inSight,
            OutcomeRepository outcomes,
            RequestRepository requests,
            RequestService asking) {
        this.runs = runs;
        this.inSight = inSight;
        this.outcomes = outcomes;
        this.requests = requests;
        this.asking = asking;
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
        Scope scope = requests.scope(previewRunId);
        return asking.submit(Asking.of(preview.planId(), RunKind.SYNC, scope).following(previewRunId));
    }

    /**
     * Asks for the same again, for the people who failed.
     *
     * @throws RequestRefusedException if nobody failed, or too many for a list
     */
    @Transactional
    public RequestService.Submitted retryFailed(long runId) {
        Access.require(Role.OPERATOR);
        RunRow run = find(runId);
        List<String> failed =
                outcomes.after(runId, OutcomeFilter.outcome(OutcomeType.FAILED.name()), "", Scope.LIST_MAX + 1).stream()
                        .map(OutcomeRow::accountId)
                        .toList();
        if (failed.isEmpty()) {
            throw new RequestRefusedException("request.refused.nobody-failed");
        }
        if (failed.size() > Scope.LIST_MAX) {
            throw new RequestRefusedException("request.refused.many-failed");
        }
        return asking.submit(Asking.of(run.planId(), run.kind(), Scope.list(failed, run.scopeLabel())));
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
        return inSight.shown(runs.find(runId)).orElseThrow(() -> new RequestRefusedException("request.refused.no-run"));
    }
}
