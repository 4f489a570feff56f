package org.photobridge.sharepoint;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.Cost;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.HealthStatus;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.Permit;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderException;

/** Looks at everything that a run needs, in the order in which an admin should mend it, with a sign-in of its own. */
final class SharePointHealth {
    private static final Duration EXPIRES_SOON = Duration.ofDays(30);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final SharePointSettings settings;
    private final ProviderContext context;
    private final Transport transport;

    SharePointHealth(SharePointSettings settings, ProviderContext context, Transport transport) {
        this.settings = settings;
        this.context = context;
        this.transport = transport;
    }

    HealthReport check(CallContext call) {
        List<HealthCheck> checks = new ArrayList<>();
        checks.add(certificate());
        if (isFailed(checks)) {
            return skipRest(checks);
        }
        Sites sites = settings.sites();
        SiteTokens tokens = new SiteTokens(new EntraSignIn(settings, context, transport), sites, context.clock());
        for (Site site : Site.values()) {
            checks.add(isFailed(checks) ? skipped("sign-in", sites.of(site)) : signIn(tokens, site, call));
        }
        if (isFailed(checks)) {
            return skipRest(checks);
        }
        checks.addAll(RoleChecks.of(tokens.token(Site.ADMIN)));
        SharePointHosts hosts = new SharePointHosts(transport, tokens, sites, context.clock());
        checks.addAll(new HostChecks(hosts, settings).run(call));
        return new HealthReport(checks);
    }

    private HealthCheck certificate() {
        LocalText label = Texts.of("check.certificate.label");
        Optional<ClientCertificate> certificate = settings.certificate();
        if (certificate.isEmpty()) {
            return failed(label, Problem.CERTIFICATE_MISSING, Texts.of("check.certificate.none"));
        }
        Instant expires = certificate.get().certificate().getNotAfter().toInstant();
        Instant now = context.clock().instant();
        LocalText until = Texts.of("check.certificate.until", DAY.format(expires));
        if (now.isAfter(expires)) {
            return failed(label, Problem.CERTIFICATE_EXPIRED, Texts.of("check.certificate.ended", DAY.format(expires)));
        }
        return now.plus(EXPIRES_SOON).isAfter(expires)
                ? HealthCheck.warn("certificate", label, until, Texts.of("check.certificate.soon"))
                        .as(ErrorCategory.AUTHENTICATION)
                : HealthCheck.pass("certificate", label, until);
    }

    private HealthCheck signIn(SiteTokens tokens, Site site, CallContext call) {
        LocalText label = Texts.of("check.sign-in.label", settings.sites().of(site));
        try (Permit permit = call.acquire(Cost.free())) {
            tokens.token(site);
            return HealthCheck.pass("sign-in", label, Texts.of("check.sign-in.pass"));
        } catch (ProviderException e) {
            return failed(label, e);
        }
    }

    private static boolean isFailed(List<HealthCheck> checks) {
        return checks.stream().anyMatch(check -> check.status() == HealthStatus.FAIL);
    }

    private static HealthReport skipRest(List<HealthCheck> checks) {
        RoleChecks.NAMES.forEach(role -> checks.add(skipped("role", role)));
        HostChecks.NAMES.forEach(name -> checks.add(skipped(name)));
        return new HealthReport(checks);
    }

    private static HealthCheck skipped(String name, Object... arguments) {
        return HealthCheck.skipped(name, Texts.of("check." + name + ".label", arguments));
    }

    /** A failing check in the catalogue's words, with the technical detail behind them. */
    static HealthCheck failed(LocalText label, ProviderException problem) {
        LocalText detail = Texts.followedBy("error." + problem.code() + ".cause", " (" + problem.getMessage() + ")");
        return failed(label, problem.code(), detail).as(problem.category());
    }

    static HealthCheck failed(LocalText label, Problem problem, LocalText detail) {
        return failed(label, problem.code(), detail).as(problem.category());
    }

    private static HealthCheck failed(LocalText label, String code, LocalText detail) {
        return HealthCheck.fail(code, label, detail, Texts.of("error." + code + ".remedy"));
    }
}
