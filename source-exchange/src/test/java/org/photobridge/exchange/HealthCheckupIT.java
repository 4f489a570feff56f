package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.certificate.KeyedCertificate;
import org.photobridge.simulator.directory.Resource;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.HealthStatus;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.testkit.ScriptedCallContext;
import org.photobridge.testkit.TestProviderContext;

class HealthCheckupIT {
    private final M365Simulator simulator = M365Simulator.start(SimulatorOptions.defaults());
    private final List<PhotoSource> opened = new ArrayList<>();

    @TempDir
    private Path workFolder;

    private TestProviderContext context;

    @BeforeEach
    void trust() {
        context = SimulatedTenant.context(simulator, workFolder, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        opened.forEach(PhotoSource::close);
        context.close();
        simulator.close();
    }

    private HealthReport report(ProviderConfig config) {
        PhotoSource source = new ExchangeSourceFactory().open(config, context);
        opened.add(source);
        return source.checkHealth(ScriptedCallContext.keeping(source.rateLimits()));
    }

    private HealthReport withSecret() {
        return report(SimulatedTenant.withSecret(simulator, simulator.clientSecret()));
    }

    private HealthReport withCertificate(KeyedCertificate certificate) {
        return report(SimulatedTenant.withCertificate(simulator, certificate));
    }

    /** What a run that this report stops would end with. */
    private static Optional<ErrorCategory> kind(HealthReport report) {
        return report.checks().stream()
                .filter(check -> check.status() == HealthStatus.FAIL)
                .findFirst()
                .flatMap(HealthCheck::category);
    }

    private static List<String> failures(HealthReport report) {
        return report.checks().stream()
                .filter(check -> check.status() == HealthStatus.FAIL)
                .map(HealthCheck::code)
                .toList();
    }

    @Test
    void tenant_that_is_set_up_well_passes_every_check() {
        HealthReport report = withCertificate(simulator.clientCertificate());
        assertThat(report.checks()).extracting(HealthCheck::status).containsOnly(HealthStatus.PASS);
        assertThat(report.checks())
                .extracting(HealthCheck::code)
                .containsExactly(
                        "exchange-login",
                        "exchange-certificate",
                        "exchange-sign-in",
                        "exchange-permission-users",
                        "exchange-permission-photos",
                        "exchange-permission-groups",
                        "exchange-users",
                        "exchange-photos",
                        "exchange-groups");
    }

    @ParameterizedTest
    @CsvSource({"User.Read.All, graph-403-users", "GroupMember.Read.All, graph-403-groups"})
    void missing_permission_is_told_by_its_name(String role, String code) {
        simulator.app().revoke(Resource.GRAPH, role);
        HealthReport report = withSecret();
        assertThat(failures(report)).containsExactly(code);
        assertThat(kind(report)).contains(ErrorCategory.PERMISSION_DENIED);
        HealthCheck failed = report.checks().stream()
                .filter(check -> check.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(failed.detail().get(Locale.ENGLISH)).contains(role);
        assertThat(failed.remedy().get(Locale.forLanguageTag("id"))).contains(role);
    }

    @Test
    void photos_are_missing_only_if_no_permission_covers_them() {
        simulator.app().revoke(Resource.GRAPH, "ProfilePhoto.Read.All");
        assertThat(failures(withSecret())).isEmpty();
        simulator.app().revoke(Resource.GRAPH, "User.Read.All");
        simulator.app().grant(Resource.GRAPH, "Directory.Read.All");
        assertThat(failures(withSecret())).containsExactly("graph-403-photo");
    }

    @Test
    void app_without_any_consent_is_told_all_three() {
        List.of("User.Read.All", "ProfilePhoto.Read.All", "GroupMember.Read.All")
                .forEach(role -> simulator.app().revoke(Resource.GRAPH, role));
        assertThat(failures(withSecret())).containsExactly("graph-403-users", "graph-403-photo", "graph-403-groups");
    }

    @Test
    void wrong_and_expired_secrets_are_refused_and_the_rest_is_skipped() {
        HealthReport report = report(SimulatedTenant.withSecret(simulator, "wrong"));
        assertThat(failures(report)).containsExactly("entra-secret-refused");
        assertThat(kind(report)).contains(ErrorCategory.AUTHENTICATION);
        assertThat(report.checks().subList(2, report.checks().size()))
                .extracting(HealthCheck::status)
                .containsOnly(HealthStatus.SKIPPED);
        simulator.app().expireSecrets(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(failures(withSecret())).containsExactly("entra-secret-refused");
    }

    @Test
    void certificate_that_the_app_does_not_know_is_refused() {
        KeyedCertificate foreign = simulator.anotherCertificate(
                "foreign", simulator.clock().instant().plus(Duration.ofDays(90)));
        assertThat(failures(withCertificate(foreign))).containsExactly("entra-certificate-refused");
    }

    @Test
    void expired_certificate_is_told_without_asking() {
        KeyedCertificate old =
                simulator.anotherCertificate("old", simulator.clock().instant().minus(Duration.ofDays(1)));
        assertThat(failures(withCertificate(old))).containsExactly("entra-certificate-expired");
    }

    @Test
    void certificate_that_expires_soon_works_and_is_warned_of() {
        KeyedCertificate soon =
                simulator.anotherCertificate("soon", simulator.clock().instant().plus(Duration.ofDays(10)));
        simulator.app().addCertificate(soon.certificate());
        HealthReport report = withCertificate(soon);
        assertThat(report.isHealthy()).isTrue();
        assertThat(report.checks())
                .filteredOn(check -> check.status() == HealthStatus.WARN)
                .extracting(HealthCheck::code, HealthCheck::category)
                .containsExactly(tuple("entra-certificate-expires", Optional.of(ErrorCategory.AUTHENTICATION)));
    }

    @Test
    void disabled_app_is_told() {
        simulator.app().enable(false);
        assertThat(failures(withSecret())).containsExactly("entra-app-refused");
    }

    @Test
    void tenant_that_is_down_is_unreachable() {
        ProviderConfig config = SimulatedTenant.withSecret(simulator, simulator.clientSecret());
        simulator.close();
        HealthReport report = report(config);
        assertThat(failures(report)).containsExactly("entra-unreachable");
        assertThat(kind(report)).contains(ErrorCategory.UNAVAILABLE);
    }

    @Test
    void certificate_authority_that_nobody_trusts_is_told() {
        try (TestProviderContext trusting = TestProviderContext.in(workFolder)) {
            PhotoSource source = new ExchangeSourceFactory()
                    .open(SimulatedTenant.withSecret(simulator, simulator.clientSecret()), trusting);
            opened.add(source);
            HealthReport report = source.checkHealth(ScriptedCallContext.keeping(source.rateLimits()));
            assertThat(failures(report)).containsExactly("entra-tls");
            assertThat(kind(report)).contains(ErrorCategory.CONFIGURATION);
        }
    }
}
