package org.photobridge.portal.engine;

import java.util.List;
import java.util.Optional;

/**
 * What came of calling a provider for a batch, retries included.
 *
 * @param results as many as requests, in their order; what wasn't tried is "not attempted"
 * @param stop set if the run must stop once the results are recorded
 * @param uncertain whether something may have been done that no result tells of
 */
record Answers<R>(List<R> results, Optional<RunStopped> stop, boolean uncertain) {

    Answers {
        results = List.copyOf(results);
    }
}
