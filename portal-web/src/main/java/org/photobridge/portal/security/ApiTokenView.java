package org.photobridge.portal.security;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** An API token as pages show it: all of it but itself. */
public record ApiTokenView(
        long id,
        String prefix,
        String name,
        String owner,
        Role role,
        Optional<PeopleLimit> limit,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        State state) {
    /** Whether a token is taken. */
    public enum State {
        VALID,
        /** Its owner can't come in, or wasn't here for too long. */
        OWNER_AWAY,
        EXPIRED,
        REVOKED
    }

    /** @param isStanding whether somebody of that name stands behind their tokens */
    static ApiTokenView of(ApiTokenRepository.Stored token, Predicate<String> isStanding, Instant now) {
        ApiTokenRepository.Row row = token.row();
        return new ApiTokenView(
                token.id(),
                row.prefix(),
                row.name(),
                row.owner().orElse(""),
                Role.highest(row.roles()),
                row.limit(),
                row.expiresAt(),
                token.lastUsedAt(),
                state(token, isStanding, now));
    }

    private static State state(ApiTokenRepository.Stored token, Predicate<String> isStanding, Instant now) {
        if (token.revokedAt().isPresent()) {
            return State.REVOKED;
        }
        boolean over = token.row().expiresAt().filter(end -> !end.isAfter(now)).isPresent();
        if (over) {
            return State.EXPIRED;
        }
        return token.row().owner().filter(isStanding.negate()).isPresent() ? State.OWNER_AWAY : State.VALID;
    }
}
