package org.photobridge.sharepoint;

import java.util.Map;
import java.util.Optional;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.ProviderException;

/**
 * Makes sure that profiles can be changed before the first file is. Without the right, or on the wrong host, all would go
 * well up to the properties, and leave new files behind an old profile.
 */
final class AdminAccess {
    /** What SharePoint makes the root web of each special host from. */
    private static final Map<String, Site> TEMPLATES = Map.of("TENANTADMIN", Site.ADMIN, "SPSMSITEHOST", Site.MY_SITE);

    private final SharePointHosts hosts;
    private volatile boolean hostIsAsked;

    AdminAccess(SharePointHosts hosts) {
        this.hosts = hosts;
    }

    /** How many requests {@link #require} may make. */
    int requests() {
        return hostIsAsked ? 0 : 1;
    }

    /**
     * Looks at the token's roles, and once at the host. What neither tells is left for SharePoint to refuse.
     *
     * @throws ProviderException if it is certain that profiles can't be changed
     */
    void require(CallContext call) {
        AccessToken token = hosts.signIn(Site.ADMIN);
        if (token.isReadable() && !token.roles().contains(RoleChecks.PROFILES)) {
            throw Problem.PROFILE_PERMISSION.exception("the token lacks the role " + RoleChecks.PROFILES);
        }
        if (!hostIsAsked) {
            requireAdminHost(call);
            hostIsAsked = true;
        }
    }

    private void requireAdminHost(CallContext call) {
        Optional<Site> kind = kindIfTold(call);
        if (kind.filter(found -> found != Site.ADMIN).isPresent()) {
            throw Problem.WRONG_HOST.exception("what is set as adminUrl is the tenant's host for " + kind.get());
        }
    }

    private Optional<Site> kindIfTold(CallContext call) {
        try {
            return kind(Site.ADMIN, call);
        } catch (ProviderException e) {
            if (e.category() == ErrorCategory.PERMISSION_DENIED || e.category() == ErrorCategory.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What kind of host a configured one really is; one request. Empty if it doesn't say. */
    Optional<Site> kind(Site site, CallContext call) {
        return hosts.send(ServiceRequest.get(site, "/_api/web?$select=WebTemplate"), call)
                .json()
                .text("WebTemplate")
                .map(template -> TEMPLATES.getOrDefault(template, Site.ROOT));
    }
}
