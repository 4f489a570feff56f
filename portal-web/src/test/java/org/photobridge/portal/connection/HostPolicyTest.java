package org.photobridge.portal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPolicyTest {
    private final HostPolicy microsoft = new HostPolicy(false);
    private final HostPolicy custom = new HostPolicy(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.microsoft.com",
                "https://login.microsoftonline.us",
                "https://contoso-admin.sharepoint.com",
                "https://contoso.sharepoint-mil.us/sites/x",
                "https://CONTOSO.SharePoint.com:443",
                "https://microsoftgraph.chinacloudapi.cn"
            })
    void hosts_of_microsoft_s_clouds_are_allowed(String address) {
        assertThat(microsoft.problem(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sharepoint.com.evil.example",
                "https://evilsharepoint.com",
                "https://graph.microsoft.com.evil.example",
                "https://graph.microsoft.com:8443",
                "https://localhost:9440",
                "http://localhost:9440"
            })
    void other_hosts_need_the_operator_s_consent(String address) {
        assertThat(microsoft.problem(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost:9440", "http://127.0.0.1:9440", "https://photos.contoso.com"})
    void with_consent_other_hosts_are_allowed(String address) {
        assertThat(custom.problem(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest/meta-data",
                "http://169.254.169.254",
                "https://[fe80::1]",
                "https://[fd00:ec2::254]",
                "https://2852039166",
                "https://168.63.129.16",
                "https://metadata.google.internal",
                "https://METADATA.google.internal",
                "https://0.0.0.0"
            })
    void metadata_services_are_never_allowed(String address) {
        assertThat(custom.problem(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://photos.contoso.com",
                "ftp://contoso.com",
                "contoso.com",
                "https://user:password@contoso.com",
                "https://",
                "not an address"
            })
    void what_is_no_safe_address_is_refused(String address) {
        assertThat(custom.problem(address)).isPresent();
    }

    @Test
    void a_proxy_may_be_any_host_but_a_metadata_service() {
        assertThat(microsoft.proxyProblem("proxy.contoso.com")).isEmpty();
        assertThat(microsoft.proxyProblem("169.254.169.254")).isPresent();
    }
}
