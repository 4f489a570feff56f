package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.photobridge.portal.security.PeopleLimit;
import org.photobridge.portal.security.PeopleLimitRepository;
import org.photobridge.portal.security.PeopleLimitRepository.Standing;
import org.photobridge.spi.ProviderException;

/** Asks the directory who is in the groups that users and tokens are limited to. */
@ApplicationScoped
class LimitReading {

    private static final Logger LOG = System.getLogger(LimitReading.class.getName());

    /** How old the members as last read may get while nobody signs in. */
    static final Duration HOURLY = Duration.ofHours(1);

    /** How old they may be when somebody signs in. */
    static final Duration AT_SIGN_IN = Duration.ofMinutes(15);

    /** How soon a reading that failed is tried again. */
    static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

    private final PeopleLimitRepository limits;
    private final GroupMembers members;
    private final Clock clock;

    protected LimitReading() {
        this(null, null, null);
    }

    @Inject
    LimitReading(PeopleLimitRepository limits, GroupMembers members, Clock clock) {
        this.limits = limits;
        this.members = members;
        this.clock = clock;
    }

    /** Reads what was never read, what is an hour old, and what failed a while ago. */
    void readDue() {
        limits.inUse().stream().filter(limit -> isDue(limit, HOURLY)).forEach(this::read);
    }

    boolean isDue(PeopleLimit limit, Duration age) {
        return limits.standing(limit).map(standing -> isDue(standing, age)).orElse(true);
    }

    private boolean isDue(Standing standing, Duration age) {
        Duration pause = standing.problemCode().isEmpty() ? age : AFTER_FAILURE;
        Instant next = standing.triedAt().plus(pause);
        return !next.isAfter(clock.instant());
    }

    /** Takes the members as they are now; if the directory can't say, those that are known stay for a while. */
    void read(PeopleLimit limit) {
        try {
            limits.keep(limit, members.idsOf(limit.connectionId(), limit.groupId()), clock.instant());
        } catch (ProviderException e) {
            LOG.log(Level.WARNING, "Members of the group {0} could not be read: {1}", limit.groupId(), e.code());
            limits.failed(limit, e.code(), clock.instant());
        }
    }
}
