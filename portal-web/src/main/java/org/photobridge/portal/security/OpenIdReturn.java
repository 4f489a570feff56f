package org.photobridge.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;
import org.photobridge.portal.platform.RequestId;

/** The way back from an OpenID provider: where it leads, and what the session remembers meanwhile. */
final class OpenIdReturn {
    static final String FAILED = "failed";
    private static final String ATTEMPT = "photobridge.openid-attempt";
    private static final String ID_TOKEN = "photobridge.openid-id-token";
    private static final Logger LOG = System.getLogger(OpenIdReturn.class.getName());

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

    /** Kept to sign out with. */
    static void remember(HttpSession session, OpenIdPerson person) {
        session.setAttribute(ID_TOKEN, person.idToken().reveal());
    }

    /**
     * Where the browser goes after it has left: by the provider, if that is how the person came and it offers a way out,
     * and to the sign-in page in the end. Ask before the session is over.
     */
    static String out(HttpServletRequest request, OpenIdProvider provider) {
        HttpSession session = request.getSession(false);
        Object idToken = session == null ? null : session.getAttribute(ID_TOKEN);
        if (idToken == null || provider.settings().isEmpty()) {
            return request.getContextPath() + Paths.SIGN_IN;
        }
        URI back = redirect(request, provider.settings().get()).resolve(".." + Paths.SIGN_IN);
        try {
            return provider.signOutAddress((String) idToken, back)
                    .map(URI::toString)
                    .orElse(request.getContextPath() + Paths.SIGN_IN);
        } catch (OpenIdRefusedException e) {
            LOG.log(Level.WARNING, "Somebody stays signed in at the provider: {0}", e.getMessage());
            return request.getContextPath() + Paths.SIGN_IN;
        }
    }

    /** The sign-in page, which says in words what went wrong. */
    static String trouble(HttpServletRequest request, String word) {
        return request.getContextPath() + Paths.SIGN_IN + "?external=" + word + "&ref="
                + RequestId.current().orElse("");
    }
}
