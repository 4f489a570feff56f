package org.photobridge.portal.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.photobridge.portal.audit.Origin;
import org.photobridge.portal.platform.RequestId;
import org.photobridge.portal.security.ApiTokens;
import org.photobridge.portal.security.BodyLimit;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.Refusals;
import org.photobridge.spi.Secret;

/**
 * The API's own door: a bearer token in every request, no session and no cookie, so that no other web site can use a
 * signed-in browser for it.
 */
public final class ApiDoor extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";

    @Inject
    private transient ApiTokens tokens;

    @Inject
    private transient Refusals refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Caller> caller = caller(request);
        if (caller.isEmpty()) {
            refusals.note(Refusals.Why.BAD_TOKEN, request, "");
            refuse(response);
            return;
        }
        Origin.Scope scope = caller.get().bind();
        refusals.begin();
        try {
            passOn(request, response, chain);
        } finally {
            refusals.end(request);
            scope.close();
        }
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> Secret.of(header.substring(BEARER.length()).strip()))
                .flatMap(token -> tokens.verify(token, Optional.of(request.getRemoteAddr())));
    }

    /** Bodies of unknown length are counted while they are read. */
    private void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long length = request.getContentLengthLong();
        if (length <= ApiJson.LONGEST_BODY) {
            chain.doFilter(request, response);
            return;
        }
        refusals.note(Refusals.Why.TOO_LARGE, request, length + " bytes");
        BodyLimit.readAway(request);
        answer(
                response,
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "too-large",
                "The body has more than " + ApiJson.LONGEST_BODY + " bytes.");
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"photobridge\"");
        answer(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "unauthorized",
                "A valid API token is needed: Authorization: Bearer <token>.");
    }

    private static void answer(HttpServletResponse response, int status, String code, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType(ApiProblem.MEDIA_TYPE);
        response.getOutputStream()
                .write(ApiJson.write(
                        ApiProblem.of(status, code, detail, RequestId.current().orElse(""))));
    }
}
