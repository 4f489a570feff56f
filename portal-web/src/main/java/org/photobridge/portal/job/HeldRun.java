package org.photobridge.portal.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run that waits for an approval, with what a person needs for the decision.
 *
 * @param source the connection that its pictures come from
 * @param target the connection that they go to
 * @param hold what the guard found; empty if the run was held before that was kept
 * @param preview the latest preview that was made for this decision
 */
public record HeldRun(RunRow run, long source, long target, Optional<Found> hold, Optional<RunRow> preview) {

    /** The guard's figures and the first people whom the run would change; see the engine's {@code Hold}. */
    public record Found(String reasonCode, long found, long allowed, Instant at, List<Person> people) {}

    /**
     * One whose picture would be removed or overwritten.
     *
     * @param sourceTag of the small picture that is kept of the source's; empty text if none is
     * @param targetTag the same for the target
     */
    public record Person(
            String accountId,
            String displayName,
            String outcome,
            String reasonCode,
            String sourceTag,
            String targetTag) {}
}
