package org.photobridge.portal.boot;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Optional<DatabaseFile> file = DatabaseFile.configured(home.folder());
        if (file.isPresent()) {
            refuseRunning(file.get());
        }
        Map<String, String> found = PortalCode.call(WORK, settings(home));
        if (!Boolean.parseBoolean(found.get("sound"))) {
            throw new UnsoundException(found.get("words"));
        }
        return found.get("words");
    }

    /** H2 is open to one process only; the portal itself verifies by the button on its Audit page. */
    private static void refuseRunning(DatabaseFile file) throws IOException {
        if (!file.exists()) {
            throw new RefusedStartException("There is no database at " + file.path() + ".");
        }
        file.whileStopped(open -> {});
    }

    private static Map<String, String> settings(Home home) {
        String url = Settings.value(
                        "photobridge.database.url",
                        "jdbc:h2:file:" + home.folder() + "/database/photobridge;DB_CLOSE_ON_EXIT=FALSE")
                .replace("${photobridge.home}", home.folder().toString());
        return Map.of(
                "home", home.folder().toString(),
                "url", url,
                "user", Settings.value("photobridge.database.user", "photobridge"),
                "password", Settings.value("photobridge.database.password", "photobridge"),
                "key", Settings.value("photobridge.encryption.key", ""));
    }
}
