package org.photobridge.portal.security;

import java.time.Instant;
import java.util.Optional;

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
        EXPIRED,
        REVOKED
    }

    static ApiTokenView of(ApiTokenRepository.Stored token, Instant now) {
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
                state(token, now));
    }

    private static State state(ApiTokenRepository.Stored token, Instant now) {
        if (token.revokedAt().isPresent()) {
            return State.REVOKED;
        }
        boolean over = token.row().expiresAt().filter(end -> !end.isAfter(now)).isPresent();
        return over ? State.EXPIRED : State.VALID;
    }
}
