package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.simulator.certificate.CertificateMaker;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.Secret;

class SettingsCheckTest {
    private static final X509Certificate ANY = new CertificateMaker(Clock.systemUTC())
            .selfSigned("CN=any", Instant.parse("2100-01-01T00:00:00Z"))
            .certificate();

    private final Map<String, String> values = new HashMap<>(Map.of(
            "cloud", "custom",
            "loginUrl", "https://login.example.com",
            "graphUrl", "https://graph.example.com/v1.0/",
            "tenantId", "contoso.onmicrosoft.com",
            "clientId", "99999999-8888-7777-6666-555555555555"));
    private final Map<String, Secret> secrets = new HashMap<>(Map.of("clientSecret", Secret.of("value~x")));
    private final Map<String, ClientCertificate> certificates = new HashMap<>();

    private List<String> wrong() {
        return SettingsCheck.problems(config()).stream()
                .map(ConfigProblem::property)
                .toList();
    }

    private ProviderConfig config() {
        return ProviderConfig.of(values, secrets, certificates);
    }

    private static ClientCertificate certificate(PrivateKey key) {
        return ClientCertificate.of(key, List.of(ANY));
    }

    @Test
    void good_settings_have_no_problem_and_addresses_lose_their_path() {
        assertThat(wrong()).isEmpty();
        assertThat(ExchangeSettings.of(config()).graph()).hasToString("https://graph.example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Graph.Example.com:443/v1.0, https://graph.example.com",
        "https://graph.example.com:8443, https://graph.example.com:8443",
        "http://localhost:80, http://localhost",
        "http://localhost:443, http://localhost:443"
    })
    void address_loses_what_goes_without_saying_since_tokens_are_asked_for_by_it(String typed, String root) {
        values.put(ExchangeSchema.GRAPH_URL, typed);
        assertThat(wrong()).isEmpty();
        assertThat(ExchangeSettings.of(config()).graph()).hasToString(root);
    }

    @Test
    void all_problems_are_told_at_once() {
        values.putAll(Map.of(
                "tenantId", "organizations",
                "clientId", "me",
                "loginUrl", "http://login.example.com",
                "graphUrl", "graph",
                "photoCalls", "1",
                "photoWindow", "PT0S",
                "batchesInFlight", "9",
                "directoryUnits", "0",
                "directoryWindow", "P9D"));
        secrets.clear();
        assertThat(wrong())
                .containsExactlyInAnyOrder(
                        "tenantId",
                        "clientId",
                        "loginUrl",
                        "graphUrl",
                        "certificate",
                        "photoCalls",
                        "photoWindow",
                        "batchesInFlight",
                        "directoryUnits",
                        "directoryWindow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://graph.example.com",
                "ftp://graph.example.com",
                "https://user@graph.example.com",
                "https://graph.example.com/beta",
                "https://graph.example.com/v1.0?x=1",
                "https://graph.example.com#x",
                "https:///v1.0",
                "https://graph example.com",
                "http://127.0.0.1.example.com",
                "http://127.0.0.2"
            })
    void unsafe_or_strange_address_is_refused(String address) {
        values.put("graphUrl", address);
        assertThat(wrong()).containsExactly("graphUrl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://127.0.0.1:8080/",
                "http://[::1]:8080",
                "HTTPS://Graph.Example.com:9443"
            })
    void loopback_needs_no_tls(String address) {
        values.put("graphUrl", address);
        assertThat(wrong()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "11111111-2222-3333-4444-555555555555, true",
        "contoso.com, true",
        "common, false",
        "consumers, false",
        "contoso.com/evil, false",
        "contoso..com, false",
        "'', false"
    })
    void tenant_is_an_id_or_a_domain(String tenant, boolean good) {
        values.put("tenantId", tenant);
        assertThat(wrong().isEmpty()).isEqualTo(good);
    }

    @Test
    void exactly_one_credential_is_given() throws GeneralSecurityException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        certificates.put("certificate", certificate(rsa.generateKeyPair().getPrivate()));
        assertThat(wrong()).containsExactly("clientSecret");
        secrets.clear();
        assertThat(wrong()).isEmpty();
        certificates.clear();
        assertThat(wrong()).containsExactly("certificate");
    }

    @Test
    void certificate_of_another_kind_than_rsa_is_refused() throws GeneralSecurityException {
        secrets.clear();
        PrivateKey key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate();
        certificates.put("certificate", certificate(key));
        assertThat(wrong()).containsExactly("certificate");
    }

    @Test
    void id_of_a_secret_is_told_from_its_value() {
        secrets.put("clientSecret", Secret.of("12345678-1234-1234-1234-123456789012"));
        assertThat(SettingsCheck.problems(config())).singleElement().satisfies(problem -> {
            assertThat(problem.property()).isEqualTo("clientSecret");
            assertThat(problem.text().toString()).doesNotContain("12345678");
        });
    }

    @Test
    void known_cloud_needs_no_addresses() {
        values.remove("loginUrl");
        values.remove("graphUrl");
        for (Cloud cloud : Cloud.values()) {
            values.put("cloud", cloud.value());
            assertThat(wrong().isEmpty()).as(cloud.value()).isEqualTo(cloud != Cloud.CUSTOM);
        }
    }

    @Test
    void open_refuses_what_validation_refuses() {
        values.put("clientId", "me");
        assertThat(StubTenant.failureOf(() -> ExchangeSettings.of(config())).category())
                .isEqualTo(ErrorCategory.CONFIGURATION);
    }
}
