package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.of("10.0.0.0/8, 192.168.1.7,fd00::/8");

    @Test
    void what_a_stranger_says_of_itself_is_not_believed() {
        assertThat(proxies.client("203.0.113.9", List.of("10.1.1.1", "127.0.0.1")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void a_proxy_names_the_client() {
        assertThat(proxies.client("10.9.9.9", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(proxies.client("fd00:0:0:0:0:0:0:1", List.of("2001:db8::7"))).isEqualTo("2001:db8:0:0:0:0:0:7");
    }

    @Test
    void what_the_client_had_written_before_the_proxy_does_not_count() {
        assertThat(proxies.client("10.9.9.9", List.of("127.0.0.1", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void several_proxies_are_passed() {
        assertThat(proxies.client("10.9.9.9", List.of("1.2.3.4", "203.0.113.9", "192.168.1.7")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void a_proxy_that_names_nobody_is_the_client() {
        assertThat(proxies.client("10.9.9.9", List.of())).isEqualTo("10.9.9.9");
        assertThat(proxies.client("10.9.9.9", List.of("203.0.113.9", "unknown")))
                .isEqualTo("10.9.9.9");
        assertThat(proxies.client("10.9.9.9", List.of("evil.example"))).isEqualTo("10.9.9.9");
    }

    @Test
    void ports_and_brackets_are_left_out() {
        assertThat(proxies.client("10.9.9.9", List.of("203.0.113.9:4711"))).isEqualTo("203.0.113.9");
        assertThat(proxies.client("10.9.9.9", List.of("[2001:db8::7]:4711"))).isEqualTo("2001:db8:0:0:0:0:0:7");
    }

    @Test
    void without_a_declared_proxy_nobody_is_one() {
        assertThat(TrustedProxies.of(" ").isEmpty()).isTrue();
        assertThat(TrustedProxies.of("").client("127.0.0.1", List.of("203.0.113.9")))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"proxy.contoso.com", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/8/8", "fd00::/129", "10.0.0.0/-1", "/8"
            })
    void what_is_no_range_is_refused_in_words(String list) {
        assertThatThrownBy(() -> TrustedProxies.of(list))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("photobridge.proxies")
                .hasMessageContaining(list);
    }

    @Test
    void a_range_ends_where_it_says() {
        TrustedProxies some = TrustedProxies.of("10.1.2.64/26");

        assertThat(some.contains("10.1.2.64")).isTrue();
        assertThat(some.contains("10.1.2.127")).isTrue();
        assertThat(some.contains("10.1.2.128")).isFalse();
        assertThat(some.contains("10.1.2.63")).isFalse();
        assertThat(TrustedProxies.of("0.0.0.0/0").contains("::1")).isFalse();
    }
}
