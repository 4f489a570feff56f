package org.photobridge.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.Cost;
import org.photobridge.spi.Failure;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.HealthStatus;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.Permit;
import org.photobridge.spi.ProviderException;

/** One look at everything that a run needs, from the sign-in host to a first photo, in the order to mend it. */
final class HealthCheckup {
    private static final Duration WARNING = Duration.ofDays(30);
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final ExchangeSettings settings;
    private final EntraTransport login;
    private final EntraTokens tokens;
    private final ServiceProbe probe;
    private final Clock clock;
    private final CallContext call;
    private final List<HealthCheck> checks = new ArrayList<>();

    HealthCheckup(
            ExchangeSettings settings,
            EntraTransport login,
            EntraTokens tokens,
            GraphGateway gateway,
            CallContext call) {
        this.settings = settings;
        this.login = login;
        this.tokens = tokens;
        this.probe = new ServiceProbe(gateway, call);
        this.clock = gateway.clock();
        this.call = call;
    }

    HealthReport report() {
        reachLogin();
        settings.credential().certificate().ifPresent(this::certificate);
        check("sign-in", tokens::fresh);
        boolean users = permitted(Permission.USERS);
        boolean photos = permitted(Permission.PHOTOS);
        boolean groups = permitted(Permission.GROUPS);
        checkIf(users, "users", probe::users);
        checkIf(photos && users, "photos", probe::photos);
        checkIf(groups, "groups", probe::groups);
        return new HealthReport(checks);
    }

    @SuppressWarnings("try") // a permit is held, not used
    private void reachLogin() {
        try (Permit permit = call.acquire(Cost.free())) {
            login.reach(settings.tenant()).ifPresentOrElse(this::loginFailed, () -> pass("login"));
        } catch (ProviderException e) {
            loginFailed(e.failure());
        }
    }

    private void loginFailed(Failure failure) {
        fail("login", failure);
    }

    private void certificate(ClientCertificate certificate) {
        Instant end = certificate.certificate().getNotAfter().toInstant();
        if (hasFailed()) {
            skip("certificate");
        } else if (end.isBefore(clock.instant())) {
            fail("certificate", ExchangeError.CERTIFICATE_EXPIRED.failure("Expired on " + end));
        } else if (end.isBefore(clock.instant().plus(WARNING))) {
            ExchangeError error = ExchangeError.CERTIFICATE_EXPIRES;
            checks.add(HealthCheck.warn(
                            error.code(),
                            label("certificate"),
                            Texts.of("check.certificate.until", day(end)),
                            error.remedy())
                    .as(error.category()));
        } else {
            checks.add(HealthCheck.pass(
                    code("certificate"), label("certificate"), Texts.of("check.certificate.until", day(end))));
        }
    }

    /** Whether the call may be tried: the tenant consented, or the token can't be read and only a trial tells. */
    private boolean permitted(Permission permission) {
        String name = permission.check();
        Optional<AccessToken> token = tokens.last();
        if (hasFailedBeforePermissions() || token.isEmpty()) {
            skip(name);
            return false;
        }
        if (!token.get().isReadable()) {
            skip(name);
            return true;
        }
        Optional<String> role = permission.grantedBy(token.get().roles());
        if (role.isPresent()) {
            checks.add(HealthCheck.pass(code(name), label(name), Texts.of("check.permission.granted", role.get())));
        } else {
            LocalText missing = Texts.of("check.permission.missing", permission.least());
            LocalText remedy = Texts.of("check.permission.remedy", permission.least());
            ExchangeError error = permission.error();
            checks.add(
                    HealthCheck.fail(error.code(), label(name), missing, remedy).as(error.category()));
        }
        return role.isPresent();
    }

    private void checkIf(boolean permitted, String name, Runnable trial) {
        if (permitted) {
            check(name, trial);
        } else {
            skip(name);
        }
    }

    /** A trial is skipped while the way to the service itself is broken; one missing permission doesn't hide others. */
    private void check(String name, Runnable trial) {
        if (hasFailedBeforePermissions()) {
            skip(name);
            return;
        }
        try {
            trial.run();
            pass(name);
        } catch (ProviderException e) {
            fail(name, e.failure());
        }
    }

    private boolean hasFailed() {
        return checks.stream().anyMatch(check -> check.status() == HealthStatus.FAIL);
    }

    private boolean hasFailedBeforePermissions() {
        return checks.stream()
                .anyMatch(check -> check.status() == HealthStatus.FAIL && !Permission.isMissing(check.code()));
    }

    private void pass(String name) {
        checks.add(HealthCheck.pass(code(name), label(name), Texts.of("check." + name + ".pass")));
    }

    private void skip(String name) {
        checks.add(HealthCheck.skipped(code(name), label(name)));
    }

    private void fail(String name, Failure failure) {
        ExchangeError error = ExchangeError.of(failure.code()).orElse(ExchangeError.UNREADABLE);
        checks.add(HealthCheck.fail(
                        failure.code(), label(name), explained(error.cause(), failure.message()), error.remedy())
                .as(failure.category()));
    }

    private static LocalText explained(LocalText cause, String detail) {
        return LocalText.of(cause.get(Locale.ENGLISH) + " (" + detail + ")")
                .in("id", cause.get(INDONESIAN) + " (" + detail + ")");
    }

    private static String code(String name) {
        return "exchange-" + name;
    }

    private static LocalText label(String name) {
        return Texts.of("check." + name + ".label");
    }

    private static String day(Instant time) {
        return time.toString().substring(0, 10);
    }
}
