package org.photobridge.portal.engine;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * One execution of a run, as the engine needs to know it.
 *
 * @param runId the run
 * @param planId whose run it is: the owner of the photo states it makes
 * @param trial whether the plan is on trial, so that more than 20 people for real are refused
 * @param scheduled whether nobody asked for it by hand
 * @param replaceAllTheSame overrides rules and marks, never protection; for one person also the rule that leaves a picture
 *     which was removed in the source; the reason is the request's and kept there
 * @param undoOf the run whose write an undo takes back; empty for other kinds, and for the last one that can be undone
 * @param lastListing how many people the plan's last complete listing had; 0 if there was none
 * @param timesWaited how often this run already was {@link RunState#WAITING} in a row without getting on
 */
public record RunSpec(
        long runId,
        long planId,
        RunKind kind,
        RunScope scope,
        Rules rules,
        Lane lane,
        boolean trial,
        boolean scheduled,
        boolean replaceAllTheSame,
        OptionalLong undoOf,
        Approval approval,
        long lastListing,
        int timesWaited) {

    public RunSpec {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(undoOf, "undoOf");
        Objects.requireNonNull(approval, "approval");
        if (kind == RunKind.UNDO && scope.accounts().size() != 1) {
            throw new IllegalArgumentException("An undo is about one person");
        }
    }

    /** A run by hand without approvals, off trial. */
    public static RunSpec of(long runId, long planId, RunKind kind, RunScope scope, Rules rules) {
        Lane lane = scope.namesAccounts() && scope.accounts().size() <= 20 ? Lane.ON_DEMAND : Lane.BULK;
        return new RunSpec(
                runId,
                planId,
                kind,
                scope,
                rules,
                lane,
                false,
                false,
                false,
                OptionalLong.empty(),
                Approval.NONE,
                0,
                0);
    }

    /** The plan's rules, but for what the request overrides. */
    Rules rulesNow() {
        return removesAllTheSame() ? rules.with(OnRemoval.REMOVE) : rules;
    }

    /** Only for one person who was named: whoever asks for several to be replaced didn't look at each. */
    private boolean removesAllTheSame() {
        return replaceAllTheSame && scope.accounts().size() == 1;
    }

    boolean isBulk() {
        return lane == Lane.BULK;
    }
}
