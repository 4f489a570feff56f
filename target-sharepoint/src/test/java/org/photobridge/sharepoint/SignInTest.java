package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.photobridge.sharepoint.ScriptedHosts.Answer;
import org.photobridge.simulator.certificate.CertificateMaker;
import org.photobridge.simulator.certificate.KeyedCertificate;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.HealthStatus;
import org.photobridge.spi.ProviderException;

class SignInTest extends ScriptedTest {
    private ProviderException refused(Answer answer) {
        hosts.on(ScriptedHosts.LOGIN, "token", answer);
        ProviderException failure = catchThrowableOfType(ProviderException.class, () -> read(target()));
        assertThat(hosts.received(Site.ADMIN)).isEmpty();
        return failure;
    }

    private static Answer error(int status, String error, String text) {
        return Answer.of(
                status, "{\"error\":\"" + error + "\",\"error_description\":\"" + text + "\",\"error_codes\":[1]}");
    }

    @Test
    void unknown_certificate_is_named() {
        ProviderException failure = refused(error(401, "invalid_client", "AADSTS700027: not registered"));
        assertThat(failure.category()).isEqualTo(ErrorCategory.AUTHENTICATION);
        assertThat(failure.code()).isEqualTo("sharepoint-sign-in-certificate");
        assertThat(failure.getMessage()).contains("AADSTS700027");
    }

    @Test
    void unknown_app_is_a_wrong_setting() {
        assertThat(refused(error(400, "unauthorized_client", "AADSTS700016: not found"))
                        .code())
                .isEqualTo("sharepoint-sign-in-app");
    }

    @Test
    void unknown_tenant_is_a_wrong_setting() {
        assertThat(refused(error(400, "invalid_request", "AADSTS90002: Tenant not found"))
                        .code())
                .isEqualTo("sharepoint-sign-in-tenant");
    }

    @Test
    void unknown_host_is_a_wrong_setting() {
        assertThat(refused(error(400, "invalid_resource", "AADSTS500011: principal not found"))
                        .code())
                .isEqualTo("sharepoint-sign-in-site");
    }

    @Test
    void throttled_sign_in_waits_the_stated_time() {
        ProviderException failure =
                refused(error(429, "temporarily_unavailable", "AADSTS90055").with("Retry-After", "7"));
        assertThat(failure.category()).isEqualTo(ErrorCategory.THROTTLED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void broken_sign_in_service_is_asked_once() {
        ProviderException failure = refused(error(500, "server_error", "AADSTS90033"));
        assertThat(failure.category()).isEqualTo(ErrorCategory.UNAVAILABLE);
        assertThat(hosts.received(ScriptedHosts.LOGIN)).hasSize(1);
    }

    @Test
    void page_instead_of_a_token_is_no_sign_in() {
        assertThat(refused(Answer.of(200, "<html>captive</html>")).category()).isEqualTo(ErrorCategory.UNAVAILABLE);
    }

    @Test
    void answer_without_a_token_is_no_success() {
        assertThat(refused(Answer.of(200, "{\"token_type\":\"Bearer\",\"expires_in\":3599}"))
                        .category())
                .isEqualTo(ErrorCategory.AUTHENTICATION);
    }

    @Test
    void token_that_lives_shortly_is_used_for_more_than_one_request() {
        String shortLived = ScriptedHosts.tokenAnswer("opaque").replace("3599", "240");
        hosts.on(ScriptedHosts.LOGIN, "token", Answer.of(200, shortLived));
        SharePointTarget target = target();
        read(target);
        read(target);
        assertThat(hosts.received(ScriptedHosts.LOGIN)).hasSize(2);
    }

    @Test
    void expired_certificate_is_told_without_asking() {
        Clock clock = Clock.systemUTC();
        KeyedCertificate old =
                new CertificateMaker(clock).selfSigned("CN=old", clock.instant().minus(Duration.ofHours(1)));
        SharePointTarget target = target(old);
        ProviderException failure = catchThrowableOfType(ProviderException.class, () -> read(target));
        assertThat(failure.code()).isEqualTo("sharepoint-certificate-expired");
        assertThat(hosts.received(ScriptedHosts.LOGIN)).isEmpty();
        HealthReport report = target.checkHealth(call);
        assertThat(report.checks().get(0).code()).isEqualTo("sharepoint-certificate-expired");
        assertThat(report.checks().subList(1, report.checks().size()))
                .allMatch(check -> check.status() == HealthStatus.SKIPPED);
    }

    @Test
    void health_check_signs_in_anew() {
        SharePointTarget target = target();
        read(target);
        int before = hosts.received(ScriptedHosts.LOGIN).size();
        hosts.on(ScriptedHosts.LOGIN, "token", error(401, "invalid_client", "AADSTS700027"));
        HealthReport report = target.checkHealth(call);
        assertThat(hosts.received(ScriptedHosts.LOGIN)).hasSizeGreaterThan(before);
        assertThat(report.isHealthy()).isFalse();
        assertThat(report.checks())
                .filteredOn(check -> check.status() == HealthStatus.FAIL)
                .extracting(HealthCheck::category)
                .containsExactly(Optional.of(ErrorCategory.AUTHENTICATION));
    }

    @Test
    void host_that_is_out_of_order_is_unavailable_and_no_matter_of_settings() {
        hosts.on(ScriptedHosts.LOGIN, "token", error(503, "temporarily_unavailable", "AADSTS90033"));
        HealthReport report = target().checkHealth(call);
        assertThat(report.checks())
                .filteredOn(check -> check.status() == HealthStatus.FAIL)
                .extracting(HealthCheck::category)
                .containsExactly(Optional.of(ErrorCategory.UNAVAILABLE));
    }

    @Test
    void token_without_roles_fails_for_each_role_by_name() {
        hosts.on(ScriptedHosts.LOGIN, "token", Answer.of(200, ScriptedHosts.tokenAnswer("e30.e30.c2ln")));
        HealthReport report = target().checkHealth(call);
        assertThat(report.checks())
                .filteredOn(check -> check.status() == HealthStatus.FAIL)
                .extracting(check -> check.label().toString())
                .contains("Permission Sites.FullControl.All", "Permission User.ReadWrite.All");
    }

    @Test
    void hosts_are_told_apart_by_what_they_are() {
        for (Site site : Site.values()) {
            hosts.on(site, "WebTemplate", Answer.of(200, "{\"WebTemplate\":\"SPSMSITEHOST\"}"));
        }
        HealthReport report = target(Map.of()).checkHealth(call);
        assertThat(report.checks())
                .filteredOn(check -> check.code().equals("sharepoint-wrong-host"))
                .extracting(check -> check.detail().toString())
                .containsExactly(
                        hosts.url(Site.ADMIN) + " is the tenant's my-site host, but it is set as adminUrl.",
                        hosts.url(Site.ROOT) + " is the tenant's my-site host, but it is set as rootUrl.");
    }

    private SharePointTarget target(KeyedCertificate certificate) {
        return targetWith(ClientCertificate.of(certificate.key(), List.of(certificate.certificate())));
    }
}
