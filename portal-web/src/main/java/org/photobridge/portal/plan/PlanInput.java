package org.photobridge.portal.plan;

import java.util.Optional;
import java.util.OptionalLong;
import org.photobridge.portal.engine.Rules;

/**
 * A plan as somebody typed it, or as the bootstrap file has it. Whether it is on trial isn't typed: it begins so, and
 * somebody ends it by a confirmation.
 *
 * @param id empty for a new one
 * @param version the version that was on the screen
 * @param rules without filter and people left out: those are in {@code who}
 */
public record PlanInput(
        OptionalLong id,
        long version,
        String name,
        OptionalLong sourceConnection,
        OptionalLong targetConnection,
        boolean enabled,
        Who who,
        Rules rules,
        Optional<Schedule> schedule) {}
