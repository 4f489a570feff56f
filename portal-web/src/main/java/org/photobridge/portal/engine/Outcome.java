package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.photobridge.spi.ErrorCategory;

/**
 * How a run ended for one account.
 *
 * @param accountId the source's stable id; for somebody whom the source doesn't know, the identifier as asked for
 * @param targetKey empty text if the target can't address the person
 * @param reason a {@link Reason}'s code or one of a provider's catalogue
 * @param category of a failure
 * @param detail technical detail in English for tickets; may be empty
 * @param condition the person's condition after this
 * @param guarded whether it is a removal, or an overwrite of a picture that isn't ours
 */
public record Outcome(
        String accountId,
        String targetKey,
        OutcomeType type,
        Optional<String> reason,
        Optional<ErrorCategory> category,
        String detail,
        Condition condition,
        boolean guarded,
        Instant at) {

    public Outcome {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(targetKey, "targetKey");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(at, "at");
    }

    /** Whether there is nothing to tell: then no row is kept for it. */
    public boolean isSimplyUnchanged() {
        return type == OutcomeType.UNCHANGED && reason.isEmpty();
    }
}
