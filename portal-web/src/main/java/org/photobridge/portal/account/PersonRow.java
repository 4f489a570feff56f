package org.photobridge.portal.account;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the list of people: who they are, and what is known of their picture in one target.
 *
 * @param condition a condition's name; {@code UNKNOWN} if nobody looked yet
 * @param outcome the last outcome's name; empty if there was none
 * @param reasonCode why; empty if there is nothing to say
 */
public record PersonRow(
        String accountId,
        String displayName,
        String userPrincipalName,
        String email,
        String department,
        String jobTitle,
        String facts,
        String condition,
        String outcome,
        String reasonCode,
        Optional<Instant> lastCheckedAt,
        Optional<Instant> lastWrittenAt) {}
