package org.photobridge.portal.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Tells the menu how many runs wait for a decision; asks once per request. */
@Named("heldRuns")
@RequestScoped
public class HeldRunsPage {

    @Inject
    private ApprovalService approvals;

    private Long count;

    public long getCount() {
        if (count == null) {
            count = approvals.count();
        }
        return count;
    }
}
