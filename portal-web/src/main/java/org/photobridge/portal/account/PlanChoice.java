package org.photobridge.portal.account;

import java.util.List;
import java.util.Optional;
import org.photobridge.portal.plan.Plan;

/** Which plan an address means: the one it names, else the first. */
final class PlanChoice {

    private PlanChoice() {}

    /** @param named from the address, so it may be anything; null for none */
    static Optional<Plan> of(List<Plan> plans, String named) {
        return named == null || named.isBlank()
                ? plans.stream().findFirst()
                : plans.stream()
                        .filter(plan -> Long.toString(plan.id()).equals(named.strip()))
                        .findFirst();
    }
}
