package org.photobridge.portal.job;

import java.time.Instant;

/**
 * What somebody decided about a held run.
 *
 * @param heldFor the code of what it was held for
 * @param reason in the person's words; empty text if none was given
 */
public record RunDecision(boolean approved, String by, Instant at, String reason, String heldFor) {}
