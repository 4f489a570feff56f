package org.photobridge.portal.account;

import org.photobridge.portal.plan.Plan;

/** The two connections between which pictures are carried: what a list of people is about. */
public record Ends(long sourceConnectionId, long targetConnectionId) {

    public static Ends of(Plan plan) {
        return new Ends(plan.sourceConnection(), plan.targetConnection());
    }
}
