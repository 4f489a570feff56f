package org.photobridge.sharepoint;

import java.util.List;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.LocalText;

/** Looks for the two application roles of the SharePoint resource, by name: Entra issues a token without them too. */
final class RoleChecks {
    private static final String FILES = "Sites.FullControl.All";
    static final String PROFILES = "User.ReadWrite.All";
    static final List<String> NAMES = List.of(FILES, PROFILES);

    private RoleChecks() {}

    static List<HealthCheck> of(AccessToken token) {
        return List.of(
                check(token, FILES, Problem.FILE_PERMISSION), check(token, PROFILES, Problem.PROFILE_PERMISSION));
    }

    private static HealthCheck check(AccessToken token, String role, Problem missing) {
        LocalText label = Texts.of("check.role.label", role);
        if (token.roles().contains(role)) {
            return HealthCheck.pass("role", label, Texts.of("check.role.pass"));
        }
        return SharePointHealth.failed(label, missing, Texts.of("check.role.missing", role));
    }
}
