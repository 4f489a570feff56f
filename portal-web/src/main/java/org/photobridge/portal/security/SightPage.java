package org.photobridge.portal.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.photobridge.portal.security.PeopleLimitRepository.Standing;

/** Tells whoever is limited to a group on every page whose people they see, and why nobody if so. */
@Named("sight")
@RequestScoped
public class SightPage {
    @Inject
    private SightService service;

    @Inject
    private Clock clock;

    private Optional<Standing> standing;

    public boolean isLimited() {
        return Sight.current().isLimited();
    }

    public String getGroup() {
        return Caller.current().limit().map(PeopleLimit::groupName).orElse("");
    }

    /** The last part of the sentence's key: {@code known}, {@code unread}, {@code failed} or {@code stale}. */
    public String getState() {
        Optional<Instant> readAt = getReadAt();
        if (readAt.isEmpty()) {
            return getProblem().isEmpty() ? "unread" : "failed";
        }
        Instant holds = readAt.get().plus(Duration.ofHours(Sight.HOURS));
        return holds.isAfter(clock.instant()) ? "known" : "stale";
    }

    public Optional<Instant> getReadAt() {
        return standing().flatMap(Standing::readAt);
    }

    public String getProblem() {
        return standing().map(Standing::problemCode).orElse("");
    }

    private Optional<Standing> standing() {
        if (standing == null) {
            standing = service.standing();
        }
        return standing;
    }
}
