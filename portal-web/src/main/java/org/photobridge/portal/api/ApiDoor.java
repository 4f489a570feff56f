package org.photobridge.portal.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.photobridge.portal.audit.Origin;
import org.photobridge.portal.platform.RequestId;
import org.photobridge.portal.security.ApiTokens;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.RefusalRecord;
import org.photobridge.spi.Secret;

/**
 * The API's own door: a bearer token in every request, no session and no cookie, so that no other web site can use a
 * signed-in browser for it.
 */
public final class ApiDoor extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(ApiDoor.class.getName());
    private static final String BEARER = "Bearer ";

    @Inject
    private transient ApiTokens tokens;

    @Inject
    private transient RefusalRecord refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Caller> caller = caller(request);
        if (caller.isEmpty()) {
            refuse(request, response);
            return;
        }
        Origin.Scope scope = caller.get().bind();
        refusals.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            refusals.end(request.getMethod(), request.getRequestURI());
            scope.close();
        }
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> Secret.of(header.substring(BEARER.length()).strip()))
                .flatMap(token -> tokens.verify(token, Optional.of(request.getRemoteAddr())));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.log(Level.WARNING, "A request to the API from {0} carried no valid token", request.getRemoteAddr());
        response.setHeader("WWW-Authenticate", "Bearer realm=\"photobridge\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(ApiProblem.MEDIA_TYPE);
        response.getOutputStream()
                .write(ApiJson.write(ApiProblem.of(
                        HttpServletResponse.SC_UNAUTHORIZED,
                        "unauthorized",
                        "A valid API token is needed: Authorization: Bearer <token>.",
                        RequestId.current().orElse(""))));
    }
}
