package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.platform.RefusedStartException;

class OpenIdConfigurationTest {
    private static final PeopleLimit JAKARTA = new PeopleLimit(7, "group-1", "Jakarta/South");
    private static final OpenIdLimits.Reach EVERYBODY = new OpenIdLimits.Reach(Optional.empty());

    private final Map<String, String> values = new HashMap<>(Map.of(
            "issuer", "https://login.microsoftonline.com/contoso/v2.0",
            "client-id", "photobridge",
            "client-secret", "between us",
            "roles", "Photobridge.Viewer=viewer, Photobridge.Admin=provider-admin"));

    @Test
    void without_an_issuer_nobody_signs_in_like_that() {
        values.remove("issuer");

        assertThat(read()).isEmpty();
    }

    @Test
    void the_highest_role_that_a_claim_gives_counts_and_none_is_none() {
        OpenIdSettings settings = read().orElseThrow();

        assertThat(settings.role(List.of("Photobridge.Viewer", "Photobridge.Admin", "x")))
                .hasValue(Role.PROVIDER_ADMIN);
        assertThat(settings.role(List.of("photobridge.admin"))).isEmpty();
        assertThat(settings.rolesClaim()).isEqualTo("roles");
    }

    @Test
    void a_value_may_limit_to_a_group_of_people() {
        values.put("limits", "Helpdesk.ID=7/group-1/Jakarta/South");

        OpenIdLimits limits = read().orElseThrow().limits();

        assertThat(limits.reach(List.of("Helpdesk.ID"), Optional.empty())).hasValue(only(JAKARTA));
        assertThat(limits.reach(List.of("Helpdesk.DE"), Optional.empty())).isEmpty();
    }

    @Test
    void of_several_limits_the_first_that_was_written_counts() {
        values.put("limits", "Helpdesk.ID=7/group-1/Jakarta/South, All=everybody, *=7/group-2/Rest");

        OpenIdLimits limits = read().orElseThrow().limits();

        assertThat(limits.reach(List.of("All", "Helpdesk.ID"), Optional.empty()))
                .hasValue(only(JAKARTA));
        assertThat(limits.reach(List.of("All"), Optional.of(JAKARTA))).hasValue(EVERYBODY);
        assertThat(limits.reach(List.of("*"), Optional.empty())).hasValue(only(new PeopleLimit(7, "group-2", "Rest")));
    }

    @Test
    void a_limit_set_by_hand_stays_where_the_provider_says_nothing() {
        assertThat(OpenIdLimits.NONE.reach(List.of("x"), Optional.of(JAKARTA))).hasValue(only(JAKARTA));
        assertThat(OpenIdLimits.NONE.reach(List.of("x"), Optional.empty())).hasValue(EVERYBODY);
        values.put("limits", "All=everybody, *=everybody");

        OpenIdLimits limits = read().orElseThrow().limits();

        assertThat(limits.reach(List.of("x"), Optional.of(JAKARTA))).hasValue(only(JAKARTA));
        assertThat(limits.reach(List.of("x"), Optional.empty())).hasValue(EVERYBODY);
    }

    @Test
    void half_a_configuration_is_refused_in_words() {
        refused("client-id", null, "photobridge.oidc.client-id is missing");
        refused("client-secret", null, "photobridge.oidc.client-secret-file is missing");
        refused("roles", "Photobridge.Admin=boss", "boss is no role");
        refused("roles", "admin", "has no '='");
        refused("limits", "Helpdesk=Jakarta", "<number of the source connection>");
        refused("issuer", "http://login.example", "must begin with https://");
        refused("issuer", "ftp://localhost", "must begin with https://");
        refused("issuer", "login.example", "names no host");
        refused("issuer", "https://login example", "is no address");
        refused("redirect-uri", "https://portal example", "is no address");
    }

    @Test
    void an_issuer_that_nothing_of_ours_may_talk_to_ends_the_start() {
        refused("issuer", "https://169.254.169.254/latest", "the portal never talks to");
        refused("issuer", "https://[fe80::1]/contoso", "the portal never talks to");
        refused("issuer", "https://[::ffff:169.254.169.254]/contoso", "the portal never talks to");
        refused("issuer", "https://metadata.google.internal/contoso", "the portal never talks to");
        refused("issuer", "http://0xA9FEA9FE/contoso", "the portal never talks to");
    }

    private static OpenIdLimits.Reach only(PeopleLimit limit) {
        return new OpenIdLimits.Reach(Optional.of(limit));
    }

    private void refused(String name, String value, String words) {
        Map<String, String> before = new HashMap<>(values);
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        assertThatThrownBy(this::read).isInstanceOf(RefusedStartException.class).hasMessageContaining(words);
        values.clear();
        values.putAll(before);
    }

    private Optional<OpenIdSettings> read() {
        return new OpenIdConfiguration(MapConfig.ofOpenId(values)).read();
    }
}
