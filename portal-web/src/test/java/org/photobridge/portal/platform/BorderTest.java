package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BorderTest {
    private static final TrustedProxies PROXIES = TrustedProxies.of("10.0.0.0/8");

    @Test
    void behind_a_proxy_the_request_is_the_client_s() {
        Border.Forwarded request = behind(Map.of(
                "X-Forwarded-For", List.of("203.0.113.9"),
                "X-Forwarded-Proto", List.of("https"),
                "Host", List.of("photos.contoso.com")));

        assertThat(request.getRemoteAddr()).isEqualTo("203.0.113.9");
        assertThat(request.getRemoteHost()).isEqualTo("203.0.113.9");
        assertThat(request.isSecure()).isTrue();
        assertThat(request.getScheme()).isEqualTo("https");
        assertThat(request.getServerPort()).isEqualTo(443);
        assertThat(request.getRequestURL()).hasToString("https://photos.contoso.com/api/v1/plans");
    }

    @Test
    void a_port_of_its_own_is_kept() {
        Border.Forwarded request =
                behind(Map.of("X-Forwarded-Proto", List.of("https"), "Host", List.of("photos.contoso.com:8443")));

        assertThat(request.getServerPort()).isEqualTo(8443);
    }

    @Test
    void of_several_lines_and_values_the_proxy_s_own_comes_last() {
        Border.Forwarded request = behind(Map.of(
                "X-Forwarded-For", List.of("127.0.0.1, 1.1.1.1", "203.0.113.9"),
                "X-Forwarded-Proto", List.of("https, http"),
                "Host", List.of("photos.contoso.com")));

        assertThat(request.getRemoteAddr()).isEqualTo("203.0.113.9");
        assertThat(request.isSecure()).isFalse();
    }

    @Test
    void a_proxy_that_says_nothing_leaves_all_as_it_is() {
        Border.Forwarded request = behind(Map.of("X-Forwarded-Proto", List.of("gopher")));

        assertThat(request.getRemoteAddr()).isEqualTo("10.1.2.3");
        assertThat(request.getScheme()).isEqualTo("http");
    }

    private static Border.Forwarded behind(Map<String, List<String>> headers) {
        HttpServletRequest sent = (HttpServletRequest) Proxy.newProxyInstance(
                BorderTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, given) -> switch (method.getName()) {
                    case "getHeaders" -> Collections.enumeration(headers.getOrDefault(given[0], List.of()));
                    case "getHeader" ->
                        headers.containsKey(given[0]) ? headers.get(given[0]).get(0) : null;
                    case "getRemoteAddr" -> "10.1.2.3";
                    case "getScheme" -> "http";
                    case "getServerName" -> "photos.contoso.com";
                    case "getRequestURI" -> "/api/v1/plans";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new Border.Forwarded(sent, PROXIES);
    }
}
