package org.photobridge.portal.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Lets one note a minute through for each sort of refusal and address, so that nobody fills the audit by knocking. */
final class RefusalBrake {
    static final Duration PAUSE = Duration.ofMinutes(1);

    /** More addresses than this at a time are an attack: they share one note. */
    static final int MOST = 1000;

    private static final String ALL_OTHERS = "";

    private final Clock clock;
    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(Instant since, long swallowed) {}

    RefusalBrake(Clock clock) {
        this.clock = clock;
    }

    /** How many like this one were swallowed since the last note; empty if this one is to be swallowed as well. */
    synchronized OptionalLong pass(String sort) {
        Instant now = clock.instant();
        String key = seen.containsKey(sort) || hasRoom(now) ? sort : ALL_OTHERS;
        Seen last = seen.get(key);
        if (last != null && now.isBefore(last.since().plus(PAUSE))) {
            seen.put(key, new Seen(last.since(), last.swallowed() + 1));
            return OptionalLong.empty();
        }
        seen.put(key, new Seen(now, 0));
        return OptionalLong.of(last == null ? 0 : last.swallowed());
    }

    /** Old ones that swallowed nothing are forgotten first; the others are, when they have been told or nothing is left. */
    private boolean hasRoom(Instant now) {
        if (seen.size() >= MOST) {
            seen.values().removeIf(last -> !now.isBefore(last.since().plus(PAUSE)));
        }
        return seen.size() < MOST;
    }
}
