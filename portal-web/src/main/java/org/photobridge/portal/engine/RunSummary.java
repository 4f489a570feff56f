package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.photobridge.spi.ErrorCategory;

/**
 * How an execution of a run ended.
 *
 * @param state any but {@link RunState#RUNNING}
 * @param reason why it stopped, if it didn't come to its end: a {@link Reason}'s code or one of a provider's catalogue
 * @param category of the failure that stopped it
 * @param detail technical detail in English for tickets; may be empty
 * @param resumeAt when a {@link RunState#WAITING} run goes on
 * @param counts of the whole run, earlier executions included
 * @param listed how many people the source listed, if the listing came to its end
 */
public record RunSummary(
        RunState state,
        Optional<String> reason,
        Optional<ErrorCategory> category,
        String detail,
        Optional<Instant> resumeAt,
        RunCounts counts,
        OptionalLong listed) {

    public RunSummary {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(resumeAt, "resumeAt");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(listed, "listed");
    }
}
