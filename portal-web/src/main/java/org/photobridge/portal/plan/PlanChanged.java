package org.photobridge.portal.plan;

/** Fired in the transaction in which a plan is made, changed or deleted. */
public record PlanChanged(long plan, Kind kind) {
    /** What happened to the plan. */
    public enum Kind {
        CREATED,
        CHANGED,
        DELETED
    }
}
