package org.photobridge.portal.api;

import java.time.Instant;
import org.photobridge.portal.job.OutcomeRow;

/** What a run did for one person and why, as scripts see it. */
public record OutcomeView(
        String accountId,
        String displayName,
        String outcome,
        String condition,
        String reason,
        String category,
        String detail,
        Instant at) {

    static OutcomeView of(OutcomeRow row) {
        return new OutcomeView(
                row.accountId(),
                row.displayName(),
                row.outcome(),
                row.condition(),
                row.reasonCode(),
                row.failureCategory(),
                row.detail(),
                row.at());
    }
}
