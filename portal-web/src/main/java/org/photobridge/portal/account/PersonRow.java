package org.photobridge.portal.account;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the list of people: who they are, and what is known of their picture in one target.
 *
 * @param condition a condition's name; {@code UNKNOWN} if nobody looked yet
 * @param outcome the last outcome's name; empty if there was none
 * @param reasonCode why; empty if there is nothing to say
 * @param firstSeenAt when Photobridge first saw the source's very picture
 * @param lastRunId the last run that recorded the person; 0 if there was none
 * @param keptBy who decided to keep the target's picture; empty if nobody did, or that no longer holds
 * @param keptAt when
 * @param sourceTag changes with the small picture that is kept of the source's; empty if none is kept
 * @param targetTag changes with the small picture that is kept of the target's; empty if none is kept
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
        Optional<Instant> lastWrittenAt,
        Optional<Instant> firstSeenAt,
        long lastRunId,
        String keptBy,
        Optional<Instant> keptAt,
        String sourceTag,
        String targetTag) {

    /** What stands where a picture would be. */
    public String initials() {
        return Initials.of(displayName);
    }

    /** The name; of somebody without one the best that is known. */
    public String name() {
        return displayName.isBlank() ? (userPrincipalName.isBlank() ? accountId : userPrincipalName) : displayName;
    }
}
