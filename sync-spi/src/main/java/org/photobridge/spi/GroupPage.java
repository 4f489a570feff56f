package org.photobridge.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of groups.
 *
 * @param groups maybe none, even if there is a next page
 * @param next where to go on; empty on the last page
 */
public record GroupPage(List<Group> groups, Optional<PageToken> next) {

    public GroupPage {
        groups = List.copyOf(groups);
        Objects.requireNonNull(next, "next");
    }
}
