package org.photobridge.portal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Finds the plan that a request means: by id, by name, or the only one there is. */
@ApplicationScoped
class ApiPlans {

    @Inject
    private PlanService plans;

    Plan named(String idOrName) {
        Access.require(Role.VIEWER);
        List<Plan> all = plans.list();
        if (Given.isNothing(idOrName)) {
            if (all.size() == 1) {
                return all.get(0);
            }
            throw new IllegalArgumentException("There are " + all.size() + " plans; name one by 'plan'.");
        }
        return named(all, idOrName);
    }

    /** The plan that is named, if one is. */
    Optional<Plan> ifNamed(String idOrName) {
        Access.require(Role.VIEWER);
        return Given.isNothing(idOrName) ? Optional.empty() : Optional.of(named(plans.list(), idOrName));
    }

    private static Plan named(List<Plan> all, String idOrName) {
        return all.stream()
                .filter(plan ->
                        Long.toString(plan.id()).equals(idOrName) || plan.name().equalsIgnoreCase(idOrName))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no plan '" + idOrName + "'."));
    }

    List<Plan> all() {
        Access.require(Role.VIEWER);
        return plans.list();
    }
}
