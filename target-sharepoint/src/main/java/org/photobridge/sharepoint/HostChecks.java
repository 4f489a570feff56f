package org.photobridge.sharepoint;

import java.util.ArrayList;
import java.util.List;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.Permit;
import org.photobridge.spi.ProviderException;

/** Asks each of the three hosts one cheap question, and whether it is the host that the settings take it for. */
final class HostChecks {
    static final List<String> NAMES = List.of("admin-host", "profiles", "my-site-host", "library", "root-host");

    /** Nobody has this name: the right answer is that there is no such profile. */
    private static final String NOBODY = "photobridge-health-check@photobridge.invalid";

    private final SharePointHosts hosts;
    private final SharePointSettings settings;

    HostChecks(SharePointHosts hosts, SharePointSettings settings) {
        this.hosts = hosts;
        this.settings = settings;
    }

    List<HealthCheck> run(CallContext call) {
        List<HealthCheck> checks = new ArrayList<>();
        checks.add(host("admin-host", Site.ADMIN, call));
        checks.add(profiles(call));
        checks.add(host("my-site-host", Site.MY_SITE, call));
        checks.add(library(call));
        checks.add(host("root-host", Site.ROOT, call));
        return checks;
    }

    /** The wrong host answers reads like the right one and refuses only the first write: so ask it what it is. */
    private HealthCheck host(String name, Site site, CallContext call) {
        LocalText label = Texts.of("check." + name + ".label");
        try (Permit permit = call.acquire(LimitNames.requests(1))) {
            return new AdminAccess(hosts)
                    .kind(site, call)
                    .map(found -> host(name, site, found))
                    .orElseGet(() -> unknown(name, site));
        } catch (ProviderException e) {
            return e.category() == ErrorCategory.PERMISSION_DENIED && site != Site.MY_SITE
                    ? unknown(name, site)
                    : SharePointHealth.failed(label, e);
        }
    }

    private HealthCheck host(String name, Site site, Site found) {
        LocalText label = Texts.of("check." + name + ".label");
        if (found == site) {
            return HealthCheck.pass(
                    name, label, Texts.of("check.host.pass", settings.sites().of(site)));
        }
        LocalText detail =
                Texts.of("check.host.is-" + found.property(), settings.sites().of(site), site.property());
        return SharePointHealth.failed(label, Problem.WRONG_HOST, detail);
    }

    private HealthCheck unknown(String name, Site site) {
        return HealthCheck.warn(
                        name,
                        Texts.of("check." + name + ".label"),
                        Texts.of("check.host.unknown", settings.sites().of(site)),
                        Texts.of("check.host.unknown.remedy", site.property()))
                .as(ErrorCategory.CONFIGURATION);
    }

    private HealthCheck profiles(CallContext call) {
        LocalText label = Texts.of("check.profiles.label");
        try (Permit permit = call.acquire(LimitNames.requests(1, 1))) {
            new Profiles(hosts, new CsomPropertyWriter(hosts)).find(settings.accountPrefix() + NOBODY, call);
            return HealthCheck.pass("profiles", label, Texts.of("check.profiles.pass"));
        } catch (ProviderException e) {
            return SharePointHealth.failed(label, e);
        }
    }

    private HealthCheck library(CallContext call) {
        LocalText label = Texts.of("check.library.label");
        try {
            String folder = new PhotoFolders(hosts).folder(call);
            return HealthCheck.pass("library", label, Texts.of("check.library.pass", folder));
        } catch (ProviderException e) {
            return SharePointHealth.failed(label, e);
        }
    }
}
