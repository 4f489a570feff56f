package org.photobridge.portal.operations;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.photobridge.portal.security.AccessRefusedException;

/** Stands before the server's own page of metrics: only for whoever may see all of the portal. */
public final class MetricsDoor extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final String SCOPE = "scope";

    @Inject
    private transient Metrics metrics;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            metrics.refresh();
        } catch (AccessRefusedException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request.getParameter(SCOPE) == null ? new OurOwn(request) : request, response);
    }

    /** Asks for the portal's metrics: asked for all, the server writes some of its own twice. */
    private static final class OurOwn extends HttpServletRequestWrapper {
        private OurOwn(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return name.equals(SCOPE) ? "application" : super.getParameter(name);
        }
    }
}
