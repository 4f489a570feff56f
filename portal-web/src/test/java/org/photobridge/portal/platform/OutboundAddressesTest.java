package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "[fe80::1]",
                "fe80::abcd",
                "[fd00:ec2::254]",
                "fd20:ce::254",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "metadata",
                "Metadata.Google.Internal",
                "metadata.google.internal.",
                "0.0.0.0",
                "0.1.2.3",
                "[::]",
                "224.0.0.251",
                "255.255.255.255",
                "[ff02::1]",
                "169.254.169.254."
            })
    void what_must_never_be_asked_is_forbidden(String host) {
        assertThat(OutboundAddresses.isForbidden(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2852039166",
                "0xa9fea9fe",
                "0xA9.0xfe.0xa9.0xfe",
                "0251.0376.0251.0376",
                "169.254.43518",
                "127.1",
                "169.254.169.0376",
                "300.1.2.3",
                "[::ffff:169.254.169.254]",
                "[::ffff:a9fe:a9fe]",
                "[64:ff9b::a9fe:a9fe]",
                "[2002:a9fe:a9fe::1]",
                "[::169.254.169.254]"
            })
    void other_ways_to_write_it_are_forbidden_too(String host) {
        assertThat(OutboundAddresses.isForbidden(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph.microsoft.com",
                "127.0.0.1",
                "[::1]",
                "localhost",
                "10.1.2.3",
                "192.168.1.1",
                "20.190.128.1",
                "[2603:1006::1]",
                "metadata.contoso.com",
                "web1",
                "7-eleven.example"
            })
    void ordinary_hosts_are_not(String host) {
        assertThat(OutboundAddresses.isForbidden(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "no-such-host.invalid"})
    void names_are_followed_to_where_they_lead(String host) {
        assertThat(OutboundAddresses.leadsToForbidden(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.1.1", "[fe80::1]", "metadata"})
    void a_forbidden_host_leads_to_itself(String host) {
        assertThat(OutboundAddresses.leadsToForbidden(host)).isTrue();
    }
}
