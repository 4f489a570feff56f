package org.photobridge.portal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.connection.ConnectionDraft.Settings;
import org.photobridge.spi.ConfigGroup;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PropertyType;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderDescriptor;
import org.photobridge.spi.Secret;

class ConnectionCheckTest {
    private static final LocalText ANY = LocalText.of("any");
    private static final Settings REGISTRATION = new Settings(
            Map.of("tenantId", "contoso.com", "clientId", "id", "cloud", "global"),
            Map.of("clientSecret", Secret.of("hidden")),
            Map.of());

    @Test
    void settings_come_from_the_registration_and_the_connection_together() {
        ConnectionCheck check = check(Optional.of(REGISTRATION), Network.DIRECT, true);

        assertThat(check.problems()).isEmpty();
        assertThat(check.config().text("tenantId")).hasValue("contoso.com");
        assertThat(check.config().text("place")).hasValue("here");
        assertThat(check.usesRegistrationSecret()).isTrue();
    }

    @Test
    void without_a_registration_only_its_choice_is_missed() {
        assertThat(check(Optional.empty(), Network.DIRECT, true).problems())
                .extracting(FieldProblem::field)
                .containsExactly("registration");
    }

    @Test
    void what_is_wrong_in_the_registration_is_said_at_its_choice_with_the_setting_s_name() {
        Settings bad = new Settings(Map.of("clientId", "id"), Map.of(), Map.of());
        List<FieldProblem> problems =
                check(Optional.of(bad), Network.DIRECT, true).problems();

        assertThat(problems).extracting(FieldProblem::field).containsExactly("registration");
        assertThat(problems.get(0).text().get(Locale.ENGLISH))
                .contains("Tenant")
                .contains("This is needed");
        assertThat(problems.get(0).text().get(Locale.forLanguageTag("id"))).contains("wajib");
    }

    @Test
    void the_provider_s_own_rules_are_asked_once_the_schema_is_content() {
        Settings picky = new Settings(
                Map.of("tenantId", "contoso.com", "clientId", "bad", "cloud", "global"), Map.of(), Map.of());

        assertThat(check(Optional.of(picky), Network.DIRECT, true).problems())
                .extracting(problem -> problem.field() + ": " + problem.text())
                .containsExactly("registration: Client: no such client Change it in the app registration.");
    }

    @Test
    void proxy_and_ca_are_checked_too() {
        assertThat(check(Optional.of(REGISTRATION), new Network("nonsense", "nonsense"), true)
                        .problems())
                .extracting(FieldProblem::field)
                .containsExactly("proxy", "extraCa");
    }

    @Test
    void an_extra_ca_needs_the_operator_s_consent() {
        String pem =
                CertificateCode.pem(CertificateMaker.make("CA", Instant.EPOCH).certificate());
        Network network = new Network("http://proxy.contoso.com:8080", pem);

        assertThat(check(Optional.of(REGISTRATION), network, true).problems()).isEmpty();
        assertThat(check(Optional.of(REGISTRATION), network, false).problems())
                .extracting(FieldProblem::field)
                .containsExactly("extraCa");
        assertThat(Trust.of(pem).trustManager().getAcceptedIssuers().length)
                .isEqualTo(Trust.of("").trustManager().getAcceptedIssuers().length + 1);
    }

    @Test
    void a_changed_host_proxy_or_ca_is_another_route() {
        String route = Route.of(List.of("https://a.example", "text"), "", "").fingerprint();

        assertThat(Route.of(List.of("https://A.example/path"), "", "").fingerprint())
                .isEqualTo(route);
        assertThat(Route.of(List.of("https://b.example"), "", "").fingerprint()).isNotEqualTo(route);
        assertThat(Route.of(List.of("https://a.example:8443"), "", "").fingerprint())
                .isNotEqualTo(route);
        assertThat(Route.of(List.of("https://a.example"), "http://p:1", "").fingerprint())
                .isNotEqualTo(route);
        assertThat(Route.of(List.of("https://a.example"), "", "pem").fingerprint())
                .isNotEqualTo(route);
    }

    private static ConnectionCheck check(Optional<Settings> registration, Network network, boolean custom) {
        Settings own = new Settings(Map.of("place", "here", "tenantId", "smuggled"), Map.of(), Map.of());
        return new ConnectionCheck(
                new Factory(), new ConnectionDraft(own, registration, network), new HostPolicy(custom));
    }

    private static final class Factory implements EndFactory {
        @Override
        public ProviderDescriptor descriptor() {
            return ProviderDescriptor.of(ANY, ANY);
        }

        @Override
        public ConfigSchema configSchema() {
            return ConfigSchema.empty()
                    .group(
                            ConfigGroup.shared("app", ANY, ConfigGroup.ENTRA_APP),
                            ConfigProperty.named("tenantId", PropertyType.STRING)
                                    .label(LocalText.of("Tenant"))
                                    .required(),
                            ConfigProperty.named("clientId", PropertyType.STRING)
                                    .label(LocalText.of("Client"))
                                    .required(),
                            ConfigProperty.named("clientSecret", PropertyType.SECRET))
                    .group(
                            ConfigGroup.of("own", ANY),
                            ConfigProperty.named("place", PropertyType.STRING).required());
        }

        @Override
        public List<ConfigProblem> validate(ProviderConfig config) {
            return config.text("clientId").filter("bad"::equals).isPresent()
                    ? List.of(new ConfigProblem("clientId", LocalText.of("no such client")))
                    : List.of();
        }
    }
}
