package org.photobridge.portal.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Servlets;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Origin;

/**
 * The portal's door: binds the caller for the services behind it, and lets nobody else in.
 * <p>Everything is closed but the sign-in page and the pages' resources; REST has a door of its own.
 */
public class CallerFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Duration LONGEST_SESSION = Duration.ofHours(10);

    @Inject
    private transient SignInService signIn;

    @Inject
    private transient Refusals refusals;

    @Inject
    private transient Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Paths.isResource(request) || Paths.isApi(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Caller> caller = caller(request);
        if (caller.isEmpty() && !Paths.isOpen(request)) {
            askToSignIn(request, response);
            return;
        }
        Origin.Scope scope = caller.orElseGet(() -> anonymous(request)).bind();
        refusals.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            refusals.end(request);
            scope.close();
        }
    }

    /** Roles are read anew each time, so that a user who was disabled or demoted notices at once. */
    private Optional<Caller> caller(HttpServletRequest request) throws ServletException {
        if (request.getUserPrincipal() == null) {
            return Optional.empty();
        }
        String name = request.getUserPrincipal().getName();
        Optional<Caller> caller = signIn.present(name)
                .filter(user -> !isTooOld(request.getSession(false)))
                .map(user ->
                        new Caller(Actor.user(name), user.roles(), Optional.of(request.getRemoteAddr()), user.limit()));
        if (caller.isEmpty()) {
            request.logout();
            request.getSession().invalidate();
        }
        return caller;
    }

    private boolean isTooOld(HttpSession session) {
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(LONGEST_SESSION)
                        .isBefore(clock.instant());
    }

    private static Caller anonymous(HttpServletRequest request) {
        return new Caller(Actor.anonymous(), Set.of(), Optional.of(request.getRemoteAddr()));
    }

    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Servlets.isFacesAjaxRequest(request) || "GET".equals(request.getMethod()) && Paths.isPage(request)) {
            Servlets.facesRedirect(
                    request, response, request.getContextPath() + Paths.SIGN_IN + "?from=%s", here(request));
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return Paths.of(request) + (query == null ? "" : "?" + query);
    }
}
