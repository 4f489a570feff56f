package org.photobridge.portal.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Refuses paths that no link of ours has: steps upwards, encoded separators, control characters, parameters in the path.
 * <p>The server takes a session's id from the path in spite of being told not to: a link could plant one.
 *
 * <p>Server, Faces and our own code may read such a path differently; what nobody sends in good faith needn't be read.
 */
public final class PathGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Pattern CROOKED = Pattern.compile(
            "(^|[/\\\\])(\\.|%2e){1,2}([/\\\\;]|%2f|%5c|$)|%2f|%5c|%25|%00|%0a|%0d|%7f|//|[\\\\;\\p{Cntrl}]",
            Pattern.CASE_INSENSITIVE);

    /** Faces takes libraries and contracts as folders. */
    private static final Pattern CROOKED_QUERY =
            Pattern.compile("(^|&)(ln|con|loc|v)=[^&]*(\\.\\.|%2e|%2f|%5c|%00|/|\\\\)", Pattern.CASE_INSENSITIVE);

    @Inject
    private transient Refusals refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isCrooked(request.getRequestURI(), request.getQueryString()) || request.isRequestedSessionIdFromURL()) {
            refusals.note(Refusals.Why.BAD_PATH, request, "");
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean isCrooked(String path, String query) {
        boolean resource = path.contains("/jakarta.faces.resource/");
        return CROOKED.matcher(path).find()
                || resource && query != null && CROOKED_QUERY.matcher(query).find();
    }
}
