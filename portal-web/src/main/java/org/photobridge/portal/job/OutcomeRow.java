package org.photobridge.portal.job;

import java.time.Instant;

/**
 * What a run did for one person and why, as it is stored.
 *
 * @param reasonCode empty text if there is nothing to say
 * @param failureCategory empty text if it didn't fail
 * @param detail technical detail in English for tickets; may be empty
 */
public record OutcomeRow(
        long runId,
        String accountId,
        String displayName,
        String outcome,
        String condition,
        String reasonCode,
        String failureCategory,
        String detail,
        Instant at) {}
