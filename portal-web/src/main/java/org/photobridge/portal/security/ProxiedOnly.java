package org.photobridge.portal.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.photobridge.portal.platform.Border;

/** Refuses whoever comes past the proxies that the operator has declared: what they send would travel in the clear. */
public final class ProxiedOnly extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Refusals refusals;

    /** For the server. */
    public ProxiedOnly() {}

    ProxiedOnly(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Border.isPastProxies(request)) {
            refusals.note(Refusals.Why.PAST_PROXIES, request, "");
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }
}
