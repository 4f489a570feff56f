package org.photobridge.portal.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Settles, before anything else, who is at the other end: behind it {@code getRemoteAddr()}, {@code getScheme()} and
 * {@code isSecure()} speak of the client, also where a declared proxy stands between.
 * <p>Redirects inside the portal name no host: what the client wrote as {@code Host} never comes back to it.
 */
public final class Border extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final String PAST_PROXIES = "photobridge.past-proxies";

    private transient TrustedProxies proxies;

    /** For the server, which then calls {@link #init}. */
    public Border() {}

    public Border(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /**
     * Whether a request came past the declared proxies, in the clear. It is refused behind this filter, where the answer
     * has the headers of all answers.
     */
    public static boolean isPastProxies(HttpServletRequest request) {
        return request.getAttribute(PAST_PROXIES) != null;
    }

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        proxies = TrustedProxies.of(ConfigProvider.getConfig()
                .getOptionalValue(TrustedProxies.SETTING, String.class)
                .orElse(""));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean proxied = proxies.contains(request.getRemoteAddr());
        if (!proxies.isEmpty() && !proxied && !mayComeDirectly(request)) {
            request.setAttribute(PAST_PROXIES, true);
        }
        chain.doFilter(proxied ? new Forwarded(request, proxies) : request, new HostlessRedirects(response));
    }

    /** Past the proxies, in the clear, come only this machine's own programs and whoever asks for health. */
    private static boolean mayComeDirectly(HttpServletRequest request) throws IOException {
        return request.isSecure()
                || request.getServletPath().startsWith("/health")
                || InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }

    /** A request as the client sent it to the proxy. */
    static final class Forwarded extends HttpServletRequestWrapper {
        private static final int HTTPS = 443;
        private static final int HTTP = 80;

        private final String client;
        private final String scheme;

        Forwarded(HttpServletRequest request, TrustedProxies proxies) {
            super(request);
            client = proxies.client(request.getRemoteAddr(), list(request, "X-Forwarded-For"));
            scheme = last(list(request, "X-Forwarded-Proto"))
                    .filter(said -> said.equals("https") || said.equals("http"))
                    .orElse(request.getScheme());
        }

        private static List<String> list(HttpServletRequest request, String header) {
            List<String> values = new ArrayList<>();
            for (String line : Collections.list(request.getHeaders(header))) {
                for (String value : line.split(",")) {
                    values.add(value.strip());
                }
            }
            return values;
        }

        private static Optional<String> last(List<String> values) {
            return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }

        @Override
        public String getScheme() {
            return scheme;
        }

        @Override
        public boolean isSecure() {
            return scheme.equals("https");
        }

        /** The port that the client used, which is in its {@code Host} unless it is the usual one. */
        @Override
        public int getServerPort() {
            String host = getHeader("Host");
            String port = host == null ? "" : host.substring(host.lastIndexOf(':') + 1);
            if (port.matches("[0-9]{1,5}")) {
                return Integer.parseInt(port);
            }
            return isSecure() ? HTTPS : HTTP;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(scheme)
                    .append("://")
                    .append(Optional.ofNullable(getHeader("Host")).orElse(getServerName()))
                    .append(getRequestURI());
        }
    }

    /** Sends {@code Location: /people.xhtml}, not {@code http://whatever-the-client-said/people.xhtml}. */
    private static final class HostlessRedirects extends HttpServletResponseWrapper {
        HostlessRedirects(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            if (!location.startsWith("/") || location.startsWith("//")) {
                super.sendRedirect(location);
                return;
            }
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader("Location", location);
            flushBuffer();
        }
    }
}
