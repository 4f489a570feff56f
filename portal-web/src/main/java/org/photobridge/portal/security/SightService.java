package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.photobridge.portal.security.PeopleLimitRepository.Standing;

/** Tells callers who are limited to a group how well the portal knows who is in it. */
@ApplicationScoped
public class SightService {
    @Inject
    private PeopleLimitRepository limits;

    /** Empty if the caller isn't limited, or the group was never asked for. */
    public Optional<Standing> standing() {
        Access.require(Role.VIEWER);
        return Caller.current().limit().flatMap(limits::standing);
    }
}
