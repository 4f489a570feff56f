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
 * Refuses bodies that are too large before they are read.
 * <p>A form has to say its length: all browsers do. The API counts by itself while it reads.
 */
public final class BodyLimit extends HttpFilter {
    /** The longest list that the pages take, in the most wasteful writing, and ten times the largest certificate file. */
    static final long MOST = 2 << 20;

    private static final long serialVersionUID = 1L;
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private transient Refusals refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long length = request.getContentLengthLong();
        if (Paths.isApi(request)) {
            chain.doFilter(request, response);
        } else if (length > MOST) {
            refusals.note(Refusals.Why.TOO_LARGE, request, length + " bytes");
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (length < 0 && !WITHOUT_BODY.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else {
            chain.doFilter(request, response);
        }
    }
}
