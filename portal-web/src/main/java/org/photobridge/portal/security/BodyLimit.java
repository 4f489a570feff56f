package org.photobridge.portal.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/**
 * Refuses bodies that are too large before they are read.
 * <p>A form has to say its length: all browsers do. The API counts by itself while it reads.
 */
public final class BodyLimit extends HttpFilter {
    /** The longest list that the pages take, in the most wasteful writing, and ten times the largest certificate file. */
    static final long MOST = 2 << 20;

    /** What somebody may send by mistake; to be heard, the answer has to wait until it has been sent. */
    private static final long BY_MISTAKE = 32 << 20;

    private static final long serialVersionUID = 1L;

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
            refuse(request, response);
        } else if (length < 0 && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else {
            chain.doFilter(request, response);
        }
    }

    /**
     * Reads a body that is refused, unless it is far too large: a client that is still sending takes a closed connection
     * for a failure of the network.
     */
    public static void readAway(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() <= BY_MISTAKE) {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Not by the server's own way to an error page: that would read the body after all, for its parameters. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        readAway(request);
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setHeader("Connection", "close");
        request.getRequestDispatcher("/WEB-INF/errors/large.xhtml").forward(new Unread(request), response);
    }

    /** A request as if it had no body. */
    private static final class Unread extends HttpServletRequestWrapper {
        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getContentType() {
            return null;
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }
    }
}
