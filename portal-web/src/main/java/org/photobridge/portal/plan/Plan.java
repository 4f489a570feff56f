package org.photobridge.portal.plan;

import java.util.Optional;
import org.photobridge.portal.engine.Rules;

/**
 * A sync plan, as others read it.
 *
 * @param version grows with every change
 * @param enabled whether it runs by its schedule; asking for a run by hand always works
 * @param trial whether runs of more than 20 people for real are refused, until somebody has seen the first results
 * @param rules what the engine goes by, the filter and the people left out included
 * @param schedule empty for a plan that only runs when asked
 */
public record Plan(
        long id,
        long version,
        String name,
        long sourceConnection,
        long targetConnection,
        boolean enabled,
        boolean trial,
        Who who,
        Rules rules,
        Optional<Schedule> schedule) {

    /** The same for other people. */
    Plan with(Who others) {
        return new Plan(id, version, name, sourceConnection, targetConnection, enabled, trial, others, rules, schedule);
    }

    /** Whether the schedule starts runs. */
    public boolean runsByItself() {
        return enabled && schedule.isPresent();
    }
}
