package org.photobridge.portal.boot;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.RefusedStartException;

/** {@code verify-audit}: follows the audit's chain and names the first entry that was altered or is missing. */
final class VerifyAuditCommand implements Command {
    private static final String WORK = "org.photobridge.portal.audit.VerifyAudit";

    @Override
    public String run(List<String> arguments) throws IOException {
        if (!arguments.isEmpty()) {
            throw new RefusedStartException("verify-audit takes no arguments.");
        }
        Home home = Home.existing(Settings.read().home());
        DatabaseFile.refuseRunning(home.folder());
        Map<String, String> found = PortalCode.call(WORK, PortalCode.settings(home));
        if (!Boolean.parseBoolean(found.get("sound"))) {
            throw new UnsoundException(found.get("words"));
        }
        return found.get("words");
    }
}
