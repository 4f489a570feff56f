package org.photobridge.simulator.graph;

import java.util.function.Predicate;

/**
 * A parsed $filter.
 *
 * @param advanced whether it works with ConsistencyLevel: eventual and $count=true only
 */
record Filter(Predicate<Entity> condition, boolean advanced) {
    static final Filter NONE = new Filter(entity -> true, false);
}
