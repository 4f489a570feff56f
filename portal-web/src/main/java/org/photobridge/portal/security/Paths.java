package org.photobridge.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Servlets;

/** What sort of thing a request asks for, by its path inside the portal. */
final class Paths {
    static final String SIGN_IN = "/signin.xhtml";
    static final String FIRST_PASSWORD = "/password.xhtml";
    static final String OPENID_START = "/signin/external";
    static final String OPENID_RETURN = "/signin/return";
    private static final Set<String> OPEN = Set.of(SIGN_IN, OPENID_START, OPENID_RETURN);
    private static final String POLL = "poll";
    private static final Set<String> HEALTH = Set.of("/health", "/health/live", "/health/ready", "/health/started");

    private Paths() {}

    /** The path without the parameters that a client may hang on it ({@code ;jsessionid=...}). */
    static String of(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    static boolean isResource(HttpServletRequest request) {
        return of(request).startsWith("/jakarta.faces.resource/");
    }

    /** What has a door of its own, for programs with tokens. */
    static boolean isApi(HttpServletRequest request) {
        return of(request).startsWith("/api/") || isMetrics(request);
    }

    private static boolean isMetrics(HttpServletRequest request) {
        return of(request).equals("/metrics") || of(request).startsWith("/metrics/");
    }

    /** Faces views, and the root, which is one of them. */
    static boolean isPage(HttpServletRequest request) {
        String path = of(request);
        return path.isEmpty() || path.equals("/") || path.endsWith(".xhtml") && !isResource(request);
    }

    /** Where a first password is replaced: the only page for whoever still has one. */
    static boolean isFirstPassword(HttpServletRequest request) {
        return of(request).equals(FIRST_PASSWORD);
    }

    /** A page looks for news by itself; its component is called {@code poll}. */
    static boolean isPoll(HttpServletRequest request) {
        if (!Servlets.isFacesAjaxRequest(request)) {
            return false;
        }
        String source = request.getParameter("jakarta.faces.source");
        return source != null && source.substring(source.lastIndexOf(':') + 1).equals(POLL);
    }

    /** Says up or down and nothing else, so anybody may ask: a load balancer, the command line. */
    static boolean isHealth(HttpServletRequest request) {
        return HEALTH.contains(of(request));
    }

    /** What anybody may ask for: the sign-in page, and what all pages are drawn with. */
    static boolean isOpen(HttpServletRequest request) {
        return OPEN.contains(of(request)) || isResource(request) || isHealth(request);
    }

    /**
     * How a request without a session belonged to one that is over: it wanted to {@code see} something, or to
     * {@code do} something, which is not done. Empty if it belonged to none.
     */
    static Optional<String> ended(HttpServletRequest request) {
        if (isRead(request)) {
            boolean had = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            return had ? Optional.of("see") : Optional.empty();
        }
        return Optional.of(isPoll(request) ? "see" : "do");
    }

    /**
     * The page, with its query, that was open in the browser.
     * <p>A form goes to its page's path alone; what stood behind that is in the referrer only.
     */
    static String openPage(HttpServletRequest request) {
        String query = request.getQueryString();
        String asked = of(request) + (query == null ? "" : "?" + query);
        return isRead(request) ? asked : referrer(request).orElse(asked);
    }

    private static Optional<String> referrer(HttpServletRequest request) {
        String root = request.getScheme() + "://" + request.getHeader("Host") + request.getContextPath() + "/";
        return Optional.ofNullable(request.getHeader("Referer"))
                .filter(referrer -> referrer.startsWith(root))
                .map(referrer -> referrer.substring(root.length() - 1));
    }

    private static boolean isRead(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    /** A place inside the portal to go on to after sign-in; anything else leads to the first page. */
    static String safeTarget(String from) {
        boolean inside = from != null
                && from.startsWith("/")
                && !from.startsWith("//")
                && from.chars().noneMatch(c -> c < ' ' || c == '\\')
                && !from.startsWith(SIGN_IN);
        return inside ? from : "/index.xhtml";
    }
}
