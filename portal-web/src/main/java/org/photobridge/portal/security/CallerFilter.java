package org.photobridge.portal.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
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
        if (caller.filter(known -> mustChoosePassword(known, request)).isPresent()) {
            askForPassword(request, response);
            return;
        }
        Origin.Scope scope = caller.orElseGet(() -> anonymous(request)).bind();
        refusals.begin();
        try {
            chain.doFilter(request, response);
        } catch (AccessRefusedException e) {
            refuse(e, response);
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
        Optional<PortalUser> user = signIn.present(request.getUserPrincipal().getName())
                .filter(present -> PortalVisit.isGood(request, present.sessionsValidFrom(), clock.instant()));
        if (user.isEmpty()) {
            request.logout();
            request.getSession().invalidate();
        }
        return user.map(present -> callerOf(present, request));
    }

    /** Whoever still has a first password may do nothing but choose another one. */
    private static Caller callerOf(PortalUser user, HttpServletRequest request) {
        Set<Role> roles = user.mustChangePassword() ? Set.of() : user.roles();
        return new Caller(Actor.user(user.name()), roles, Optional.of(request.getRemoteAddr()), user.limit());
    }

    private static Caller anonymous(HttpServletRequest request) {
        return new Caller(Actor.anonymous(), Set.of(), Optional.of(request.getRemoteAddr()));
    }

    /** A page that isn't for this caller is no failure of ours, so its answer isn't that of one. */
    private static void refuse(AccessRefusedException refusal, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw refusal;
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static boolean mustChoosePassword(Caller caller, HttpServletRequest request) {
        return caller.roles().isEmpty() && !Paths.isOpen(request) && !Paths.isFirstPassword(request);
    }

    private static void askForPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Servlets.isFacesAjaxRequest(request) || Paths.isPage(request)) {
            Servlets.facesRedirect(request, response, request.getContextPath() + Paths.FIRST_PASSWORD);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** From there the way leads back; whoever was signed in is told what became of what they were about to do. */
    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Servlets.isFacesAjaxRequest(request) || Paths.isPage(request)) {
            String signIn = request.getContextPath() + Paths.SIGN_IN + "?from=%s";
            Optional<String> ended = Paths.ended(request);
            Servlets.facesRedirect(
                    request,
                    response,
                    ended.isEmpty() ? signIn : signIn + "&ended=%s",
                    Paths.openPage(request),
                    ended.orElse(""));
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
