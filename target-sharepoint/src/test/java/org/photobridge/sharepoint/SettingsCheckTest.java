package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.RateLimit;

class SettingsCheckTest {
    private static final String GUID = "11111111-2222-3333-4444-555555555555";

    private static ProviderConfig config(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>();
        values.put("tenantId", GUID);
        values.put("clientId", GUID);
        values.put("tenantName", "contoso");
        values.putAll(changed);
        return ProviderConfig.of(values, Map.of(), Map.of("certificate", ScriptedTest.CERTIFICATE));
    }

    private static List<String> wrong(Map<String, String> changed) {
        return new SettingsCheck(config(changed))
                .problems().stream().map(ConfigProblem::property).toList();
    }

    private static Sites sites(Map<String, String> changed) {
        return new SharePointSettings(config(changed)).sites();
    }

    @Test
    void three_hosts_follow_from_the_tenants_name() {
        assertThat(wrong(Map.of())).isEmpty();
        assertThat(sites(Map.of()))
                .isEqualTo(new Sites(
                        URI.create("https://contoso-admin.sharepoint.com"),
                        URI.create("https://contoso-my.sharepoint.com"),
                        URI.create("https://contoso.sharepoint.com")));
        assertThat(sites(Map.of("cloud", "usgov")).admin()).hasHost("contoso-admin.sharepoint.us");
        assertThat(sites(Map.of("cloud", "dod")).admin()).hasHost("contoso-admin.sharepoint-mil.us");
        assertThat(sites(Map.of("cloud", "china")).admin()).hasHost("contoso-admin.sharepoint.cn");
    }

    @Test
    void address_that_is_given_counts_before_the_derived_one() {
        Map<String, String> renamed = Map.of("adminUrl", "https://fabrikam-admin.sharepoint.com:443/");
        assertThat(wrong(renamed)).isEmpty();
        assertThat(sites(renamed).admin()).isEqualTo(URI.create("https://fabrikam-admin.sharepoint.com"));
    }

    @Test
    void all_problems_come_at_once() {
        assertThat(new SettingsCheck(ProviderConfig.of(Map.of()))
                        .problems().stream().map(ConfigProblem::property))
                .containsExactlyInAnyOrder("tenantId", "clientId", "certificate", "adminUrl", "mySiteUrl", "rootUrl");
    }

    @Test
    void own_cloud_needs_every_address() {
        assertThat(wrong(Map.of("cloud", "custom")))
                .containsExactlyInAnyOrder("loginUrl", "adminUrl", "mySiteUrl", "rootUrl");
    }

    @Test
    void plain_http_is_for_loopback_only() {
        assertThat(wrong(Map.of("rootUrl", "http://contoso.sharepoint.com"))).containsExactly("rootUrl");
        assertThat(wrong(Map.of("rootUrl", "http://127.0.0.1:9441"))).isEmpty();
    }

    @Test
    void addresses_with_more_than_a_host_are_refused() {
        for (String address : List.of(
                "https://contoso.sharepoint.com/sites/x",
                "https://user@contoso.sharepoint.com",
                "https://contoso.sharepoint.com?a=b",
                "contoso.sharepoint.com",
                "https://",
                "ftp://contoso.sharepoint.com",
                "%%%")) {
            assertThat(wrong(Map.of("rootUrl", address))).as(address).containsExactly("rootUrl");
        }
    }

    @Test
    void hosts_in_the_wrong_fields_are_told_by_their_names() {
        assertThat(wrong(Map.of("adminUrl", "https://contoso.sharepoint.com"))).contains("adminUrl");
        assertThat(wrong(Map.of("mySiteUrl", "https://contoso-admin.sharepoint.com")))
                .contains("mySiteUrl");
        assertThat(wrong(Map.of("rootUrl", "https://contoso-my.sharepoint.com")))
                .contains("rootUrl");
    }

    @Test
    void same_host_twice_is_refused() {
        Map<String, String> same = Map.of(
                "adminUrl", "http://localhost:1", "mySiteUrl", "http://LOCALHOST:1/", "rootUrl", "http://localhost:2");
        assertThat(wrong(same)).containsExactly("adminUrl");
    }

    @Test
    void numbers_and_durations_are_bounded() {
        assertThat(wrong(Map.of("sizeL", "9000"))).containsExactly("sizeL");
        assertThat(wrong(Map.of("sizeL", "big"))).containsExactly("sizeL");
        assertThat(wrong(Map.of("sizeL", "50", "sizeM", "72"))).containsExactly("sizeL");
        assertThat(wrong(Map.of("tenantShare", "0"))).containsExactly("tenantShare");
        assertThat(wrong(Map.of("ruUnits", "3"))).containsExactly("ruUnits");
        assertThat(wrong(Map.of("ruWindow", "PT0S"))).containsExactly("ruWindow");
        assertThat(wrong(Map.of("ruWindow", "a minute"))).containsExactly("ruWindow");
        assertThat(wrong(Map.of("ruUnits", "600", "ruWindow", "PT10S"))).isEmpty();
    }

    @Test
    void identifiers_have_their_form() {
        assertThat(wrong(Map.of("tenantId", "contoso.onmicrosoft.com"))).isEmpty();
        assertThat(wrong(Map.of("tenantId", "../common"))).containsExactly("tenantId");
        assertThat(wrong(Map.of("clientId", "my app"))).containsExactly("clientId");
        assertThat(wrong(Map.of("tenantName", "contoso.sharepoint.com"))).containsExactly("tenantName");
    }

    @Test
    void limits_are_microsofts_table_and_our_share_of_the_tenants() {
        List<RateLimit> limits = LimitNames.limits(new SharePointSettings(config(Map.of("licences", "5000"))));
        assertThat(limits).extracting(RateLimit::name).containsExactly("ru", "ru-day", "people-manager");
        assertThat(limits).extracting(RateLimit::units).containsExactly(2_500L, 2_400_000L, 3_000L);
        assertThat(limits)
                .extracting(RateLimit::budget)
                .containsExactly("spo:" + GUID + ":app", "spo:" + GUID + ":app", "spo:" + GUID + ":tenant");
        assertThat(limits)
                .extracting(RateLimit::window)
                .containsExactly(Duration.ofMinutes(1), Duration.ofDays(1), Duration.ofMinutes(5));
    }

    @Test
    void limits_and_windows_can_be_given() {
        List<RateLimit> limits = LimitNames.limits(new SharePointSettings(config(
                Map.of("ruUnits", "600", "ruWindow", "PT10S", "peopleManagerUnits", "1000", "tenantShare", "80"))));
        assertThat(limits.get(0).units()).isEqualTo(600);
        assertThat(limits.get(0).window()).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.get(2).units()).isEqualTo(800);
    }
}
