package org.photobridge.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import org.photobridge.portal.platform.RequestId;

/** The way back from an OpenID provider: where it leads, and what the session remembers meanwhile. */
final class OpenIdReturn {
    static final String FAILED = "failed";
    private static final String ATTEMPT = "photobridge.openid-attempt";

    private OpenIdReturn() {}

    /** As the browser calls the portal; the provider knows which of these are ours. */
    static URI redirect(HttpServletRequest request, OpenIdSettings settings) {
        return settings.redirect()
                .orElseGet(() -> URI.create(request.getScheme() + "://" + request.getHeader("Host")
                        + request.getContextPath() + Paths.OPENID_RETURN));
    }

    static void remember(HttpServletRequest request, OpenIdAttempt attempt) {
        request.getSession().setAttribute(ATTEMPT, attempt);
    }

    /** The attempt that an answer belongs to, which is spent with it. */
    static Optional<OpenIdAttempt> recall(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTEMPT) instanceof OpenIdAttempt attempt)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTEMPT);
        return Optional.of(attempt).filter(known -> known.state().equals(request.getParameter("state")));
    }

    /** The sign-in page, which says in words what went wrong. */
    static String trouble(HttpServletRequest request, String word) {
        return request.getContextPath() + Paths.SIGN_IN + "?external=" + word + "&ref="
                + RequestId.current().orElse("");
    }
}
