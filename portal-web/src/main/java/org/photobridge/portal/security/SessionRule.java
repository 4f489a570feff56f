package org.photobridge.portal.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a signed-in session is over, whatever the container thinks of it. */
final class SessionRule {
    static final Duration LONGEST = Duration.ofHours(10);
    static final Duration IDLE = Duration.ofMinutes(30);

    private SessionRule() {}

    /**
     * @param signedInAt when somebody signed in to it
     * @param lastUsed when a person last did something in it; a page that looks for news by itself doesn't count
     * @param validFrom sessions of this account that began before were ended everywhere
     */
    static boolean isOver(Instant signedInAt, Instant lastUsed, Optional<Instant> validFrom, Instant now) {
        return !now.isBefore(signedInAt.plus(LONGEST))
                || !now.isBefore(lastUsed.plus(IDLE))
                || validFrom.filter(signedInAt::isBefore).isPresent();
    }
}
