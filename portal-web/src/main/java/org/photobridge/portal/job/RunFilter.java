package org.photobridge.portal.job;

import java.util.Optional;
import java.util.Set;

/**
 * Which runs a list shows.
 *
 * @param planId one plan's; empty for all
 * @param kinds names of kinds; empty for all
 * @param states names of states; empty for all
 * @param bulkOnly leaves out what was asked on demand for a few people
 */
public record RunFilter(Optional<Long> planId, Set<String> kinds, Set<String> states, boolean bulkOnly) {

    public static final RunFilter ALL = new RunFilter(Optional.empty(), Set.of(), Set.of(), false);

    public RunFilter {
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
    }
}
