package org.photobridge.simulator.sharepoint;

import java.util.Set;
import org.photobridge.simulator.http.Site;

/**
 * The app, or the administrator with a browser, behind a request that was let in, on the host it came to.
 *
 * @param appId client id, for logs and throttling
 * @param roles application roles of the SharePoint resource in its token
 * @param browser whether it is known by a cookie, so that changes need a form digest
 */
record Caller(String appId, Set<String> roles, Site site, boolean browser) {
    private static final String EVERYTHING = "Sites.FullControl.All";
    private static final String PROFILES = "User.ReadWrite.All";

    Caller {
        roles = Set.copyOf(roles);
    }

    static Caller withBrowser(Site site) {
        return new Caller("", Set.of(EVERYTHING, PROFILES), site, true);
    }

    /** Documented: other people's properties are written on -admin, with both roles. */
    boolean mayAdministerProfiles() {
        return site == Site.ADMIN && hasProfileRoles();
    }

    boolean hasProfileRoles() {
        return roles.contains(PROFILES) && roles.contains(EVERYTHING);
    }

    /** Inferred: any role about people or whole sites lets an app read profiles. */
    boolean mayReadProfiles() {
        return roles.contains(PROFILES) || roles.contains("User.Read.All") || roles.contains(EVERYTHING);
    }

    boolean mayReadFiles() {
        return mayWriteFiles() || roles.contains("Sites.Read.All");
    }

    boolean mayWriteFiles() {
        return roles.contains(EVERYTHING)
                || roles.contains("Sites.Manage.All")
                || roles.contains("Sites.ReadWrite.All");
    }
}
