package org.photobridge.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param from where to go on; empty for the first page
 * @param maxSize how many the host would like at most; one or more; a source may give fewer, also none, and still name a
 *     next page
 */
public record PageRequest(Optional<PageToken> from, int maxSize) {

    public PageRequest {
        Objects.requireNonNull(from, "from");
        if (maxSize < 1) {
            throw new IllegalArgumentException("A page has room for one or more, not " + maxSize);
        }
    }

    public static PageRequest first(int maxSize) {
        return new PageRequest(Optional.empty(), maxSize);
    }

    public PageRequest next(PageToken token) {
        return new PageRequest(Optional.of(token), maxSize);
    }
}
