package org.photobridge.portal.boot;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.RefusedStartException;

/** {@code reset-admin}: gives the account {@code admin} a new first password, for when nobody can sign in any more. */
final class ResetAdminCommand implements Command {
    private static final String WORK = "org.photobridge.portal.security.ResetAdmin";

    @Override
    public String run(List<String> arguments) throws IOException {
        if (!arguments.isEmpty()) {
            throw new RefusedStartException("reset-admin takes no arguments.");
        }
        Home home = Home.existing(Settings.read().home());
        DatabaseFile.refuseRunning(home.folder());
        Map<String, String> told = PortalCode.call(WORK, PortalCode.settings(home));
        if (told.containsKey("refused")) {
            throw new RefusedStartException(told.get("refused"));
        }
        return told.get("words");
    }
}
