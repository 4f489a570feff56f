package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run is doing just now.
 *
 * @param counts as recorded, so far
 * @param total how many people there are, if known
 * @param waitingUntil set while the run waits
 * @param waitingFor the code of the reason for the wait: a {@link Reason}'s, a provider's, or a limit's name; may be empty
 */
public record Progress(
        Step step, RunCounts counts, OptionalLong total, Optional<Instant> waitingUntil, String waitingFor) {

    public Progress {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(waitingUntil, "waitingUntil");
        Objects.requireNonNull(waitingFor, "waitingFor");
    }
}
