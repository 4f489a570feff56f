package org.photobridge.portal.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.photobridge.spi.EligibilityFact;

/**
 * A plan's rules.
 *
 * @param keepBetter whether a better copy of the same picture in the target stays
 * @param excludedFacts facts that make a person not eligible; {@link EligibilityFact#FACTS_UNAVAILABLE} never does
 * @param excludedAccounts stable ids of people who are left out
 * @param onlyWith a filter: for each attribute named here, the values of which a person must have one, in any case
 * @param lookAgain how old our memory of the target may get before we look again; looks are spread over its second half
 */
public record Rules(
        NotOurs notOurs,
        OnRemoval onRemoval,
        boolean keepBetter,
        Set<EligibilityFact> excludedFacts,
        Set<String> excludedAccounts,
        Map<String, Set<String>> onlyWith,
        Duration lookAgain,
        Guards guards) {

    public Rules {
        Objects.requireNonNull(notOurs, "notOurs");
        Objects.requireNonNull(onRemoval, "onRemoval");
        excludedFacts = Set.copyOf(excludedFacts);
        excludedAccounts = Set.copyOf(excludedAccounts);
        onlyWith = Map.copyOf(onlyWith);
        Objects.requireNonNull(guards, "guards");
        if (lookAgain.isNegative() || lookAgain.isZero()) {
            throw new IllegalArgumentException("The target is looked at again after some time, not " + lookAgain);
        }
    }

    /** What a new plan has. */
    public static Rules defaults() {
        return new Rules(
                NotOurs.OVERWRITE,
                OnRemoval.LEAVE,
                true,
                Set.of(EligibilityFact.GUEST, EligibilityFact.SHARED_MAILBOX, EligibilityFact.ROOM_MAILBOX),
                Set.of(),
                Map.of(),
                Duration.ofDays(14),
                new Guards(10, 0));
    }

    public Rules with(NotOurs other) {
        return new Rules(other, onRemoval, keepBetter, excludedFacts, excludedAccounts, onlyWith, lookAgain, guards);
    }

    public Rules with(OnRemoval other) {
        return new Rules(notOurs, other, keepBetter, excludedFacts, excludedAccounts, onlyWith, lookAgain, guards);
    }

    public Rules with(Guards other) {
        return new Rules(notOurs, onRemoval, keepBetter, excludedFacts, excludedAccounts, onlyWith, lookAgain, other);
    }

    public Rules keepingBetter(boolean keep) {
        return new Rules(notOurs, onRemoval, keep, excludedFacts, excludedAccounts, onlyWith, lookAgain, guards);
    }

    public Rules excludingFacts(Set<EligibilityFact> facts) {
        return new Rules(notOurs, onRemoval, keepBetter, facts, excludedAccounts, onlyWith, lookAgain, guards);
    }

    public Rules excludingAccounts(Set<String> ids) {
        return new Rules(notOurs, onRemoval, keepBetter, excludedFacts, ids, onlyWith, lookAgain, guards);
    }

    public Rules onlyWith(Map<String, Set<String>> filter) {
        return new Rules(notOurs, onRemoval, keepBetter, excludedFacts, excludedAccounts, filter, lookAgain, guards);
    }

    public Rules lookingAgainAfter(Duration time) {
        return new Rules(notOurs, onRemoval, keepBetter, excludedFacts, excludedAccounts, onlyWith, time, guards);
    }
}
