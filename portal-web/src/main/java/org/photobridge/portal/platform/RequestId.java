package org.photobridge.portal.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Gives each request a short name that error pages show, the log and the audit keep, and a ticket can quote. */
public final class RequestId extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = "requestId";
    private static final int BYTES = 5;
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private final SecureRandom random = new SecureRandom();

    /** The name of the request that this thread serves, if it serves one. */
    public static Optional<String> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = newId();
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader("X-Request-Id", id);
        CURRENT.set(id);
        try {
            chain.doFilter(request, response);
        } finally {
            CURRENT.remove();
        }
    }

    private String newId() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
