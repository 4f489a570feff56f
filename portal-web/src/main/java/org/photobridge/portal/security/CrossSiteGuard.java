package org.photobridge.portal.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Refuses changes that another web site asks a signed-in browser for, beside the tokens that every form carries.
 * <p>Browsers name the asking site themselves; programs that send no such header carry no cookie of ours either.
 */
public final class CrossSiteGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Inject
    private transient Refusals refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (READING.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (!isOurs(request)) {
            refuse(Refusals.Why.FOREIGN_SITE, request, response);
        } else if (Paths.isPage(request) && !carriesToken(request)) {
            refuse(Refusals.Why.NO_FORM_TOKEN, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(Refusals.Why why, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String origin = request.getHeader("Origin");
        refusals.note(why, request, origin == null ? "" : origin);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** Faces checks that it's the right one; forms with files are read by Faces only, and do nothing without it. */
    private static boolean carriesToken(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/form-data")
                || request.getParameter("jakarta.faces.ViewState") != null;
    }

    private static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals(ownOrigin(request));
    }

    private static String ownOrigin(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }
}
