package org.photobridge.portal.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a guard held a run for, so that a person can decide.
 *
 * @param found how many people it met: those listed, or those whose pictures would be removed or overwritten so far
 * @param allowed how many it lets through unasked, or expects at least
 * @param people the first of those who would be changed, at most a batch; none if the run was held before anybody was met
 */
public record Hold(Reason reason, long found, long allowed, List<Person> people) {

    /** One whose picture would be removed or overwritten; {@code outcome} as in a preview. */
    public record Person(String accountId, String displayName, OutcomeType outcome, Optional<String> reason) {

        static Person of(Case one) {
            Decision decision = one.decision.orElseThrow();
            return new Person(
                    one.account.id(), one.account.displayName(), decision.type().onlyPlanned(), decision.reason());
        }
    }

    public Hold {
        Objects.requireNonNull(reason, "reason");
        people = List.copyOf(people);
    }
}
