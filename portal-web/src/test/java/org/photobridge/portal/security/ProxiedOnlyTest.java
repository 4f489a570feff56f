package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.platform.Border;
import org.photobridge.portal.platform.RequestId;
import org.photobridge.portal.platform.TrustedProxies;

/** The first filters, in the order in which the portal has them. */
class ProxiedOnlyTest {
    private static final Pattern MAPPED = Pattern.compile("<filter-mapping>\\s*<filter-name>(\\w+)</filter-name>");

    private final List<String> noted = new ArrayList<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, Filter> filters = Map.of(
            "border", new Border(TrustedProxies.of("10.0.0.0/8")),
            "requestId", new RequestId(),
            "securityHeaders", new SecurityHeaders(),
            "proxiedOnly",
                    new ProxiedOnly(new Refusals() {
                        @Override
                        public void note(Why why, HttpServletRequest request, String more) {
                            noted.add(why + " " + request.getRemoteAddr());
                        }
                    }));
    private int status;
    private boolean letIn;

    @Test
    void whoever_comes_past_the_proxies_in_the_clear_is_refused_like_everybody_else_who_is() throws Exception {
        ask("203.0.113.9", "/index.xhtml", Map.of("X-Forwarded-Proto", "https"));

        assertThat(letIn).isFalse();
        assertThat(status).isEqualTo(403);
        assertThat(noted).containsExactly("PAST_PROXIES 203.0.113.9");
        assertThat(headers)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("Cache-Control", "no-store")
                .containsKey("X-Request-Id")
                .doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void who_comes_by_a_proxy_is_let_in_and_told_to_stay_with_tls() throws Exception {
        ask("10.1.2.3", "/index.xhtml", Map.of("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https"));

        assertThat(letIn).isTrue();
        assertThat(noted).isEmpty();
        assertThat(headers).containsEntry("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void this_machine_and_whoever_asks_for_health_need_no_proxy() throws Exception {
        ask("127.0.0.1", "/index.xhtml", Map.of());
        assertThat(letIn).isTrue();

        letIn = false;
        ask("203.0.113.9", "/health/ready", Map.of());
        assertThat(letIn).isTrue();
        assertThat(noted).isEmpty();
    }

    private void ask(String address, String path, Map<String, String> sent) throws IOException, ServletException {
        attributes.clear();
        HttpServletRequest request = request(address, path, sent);
        HttpServletResponse response = response();
        Iterator<Filter> order = order().iterator();
        FilterChain chain = new FilterChain() {
            @Override
            public void doFilter(jakarta.servlet.ServletRequest asked, jakarta.servlet.ServletResponse answered)
                    throws IOException, ServletException {
                if (order.hasNext()) {
                    order.next().doFilter(asked, answered, this);
                } else {
                    letIn = true;
                }
            }
        };
        chain.doFilter(request, response);
    }

    private List<Filter> order() throws IOException {
        List<Filter> order = new ArrayList<>();
        Matcher mapped = MAPPED.matcher(Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml")));
        while (mapped.find() && filters.containsKey(mapped.group(1))) {
            order.add(filters.get(mapped.group(1)));
        }
        assertThat(order).as("filters before all others").hasSize(filters.size());
        return order;
    }

    private HttpServletRequest request(String address, String path, Map<String, String> sent) {
        return proxy(HttpServletRequest.class, (method, given) -> switch (method) {
            case "getHeaders" ->
                Collections.enumeration(sent.containsKey(given[0]) ? List.of(sent.get(given[0])) : List.of());
            case "getHeader" -> sent.get(given[0]);
            case "getRemoteAddr" -> address;
            case "getScheme" -> "http";
            case "isSecure" -> false;
            case "getServletPath", "getRequestURI" -> path;
            case "getPathInfo" -> null;
            case "getContextPath" -> "";
            case "getAttribute" -> attributes.get(given[0]);
            case "setAttribute" -> attributes.put((String) given[0], given[1]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (method, given) -> switch (method) {
            case "setHeader" -> headers.put((String) given[0], (String) given[1]);
            case "sendError" -> status = (int) given[0];
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private interface Answer {
        Object to(String method, Object[] given);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                ProxiedOnlyTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
                    Object result = answer.to(method.getName(), given);
                    return method.getReturnType() == void.class ? null : result;
                }));
    }
}
