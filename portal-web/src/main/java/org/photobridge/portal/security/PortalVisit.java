package org.photobridge.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;

/** What a session remembers of its sign-in: when it was, and when a person last did something. */
final class PortalVisit {
    private static final String SIGNED_IN_AT = "photobridge.signed-in-at";
    private static final String LAST_USED_AT = "photobridge.last-used-at";

    private PortalVisit() {}

    /** Begins anew: at sign-in, and for the session that stays when all others end. */
    static void begin(HttpSession session, Instant now) {
        session.setAttribute(SIGNED_IN_AT, now);
        session.setAttribute(LAST_USED_AT, now);
    }

    /** Whether the session behind a request is still good for its user; notes the use if it is. */
    static boolean isGood(HttpServletRequest request, Optional<Instant> validFrom, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SIGNED_IN_AT) instanceof Instant signedInAt)) {
            return false;
        }
        Instant lastUsed = (Instant) session.getAttribute(LAST_USED_AT);
        if (SessionRule.isOver(signedInAt, lastUsed, validFrom, now)) {
            return false;
        }
        if (!Paths.isPoll(request)) {
            session.setAttribute(LAST_USED_AT, now);
        }
        return true;
    }
}
