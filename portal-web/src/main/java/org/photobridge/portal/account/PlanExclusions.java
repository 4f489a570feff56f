package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.photobridge.portal.connection.Saved;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanInput;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.plan.Who;

/** Leaves people out of a sync plan, and takes them in again. */
@ApplicationScoped
class PlanExclusions {

    private static final int LONGEST_NAME = 300;

    private final PlanService plans;

    protected PlanExclusions() {
        this(null);
    }

    @Inject
    PlanExclusions(PlanService plans) {
        this.plans = plans;
    }

    Saved add(Plan plan, List<PersonRow> people) {
        return change(plan, excluded -> people.forEach(row -> excluded.put(row.accountId(), cut(row.name()))));
    }

    Saved remove(Plan plan, String accountId) {
        return change(plan, excluded -> excluded.remove(accountId));
    }

    private Saved change(Plan stale, Consumer<Map<String, String>> change) {
        // As it is now: whoever looks at a list for a while must not undo what others did to the plan since.
        Plan plan = plans.find(stale.id()).orElse(stale);
        Map<String, String> excluded = new LinkedHashMap<>(plan.who().excluded());
        change.accept(excluded);
        Who who = new Who(plan.who().groups(), plan.who().onlyWith(), excluded);
        return plans.save(new PlanInput(
                OptionalLong.of(plan.id()),
                plan.version(),
                plan.name(),
                OptionalLong.of(plan.sourceConnection()),
                OptionalLong.of(plan.targetConnection()),
                plan.enabled(),
                who,
                plan.rules(),
                plan.schedule()));
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
