package org.photobridge.portal.boot;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.photobridge.portal.platform.RefusedStartException;

/** The table of commands. A new one is a line here and a class beside it. */
final class Commands {
    private static final Map<String, Command> TABLE = new TreeMap<>(Map.of(
            "backup", new BackupCommand(),
            "restore", new RestoreCommand(),
            "support-bundle", new SupportCommand(),
            "verify-audit", new VerifyAuditCommand(),
            "reset-admin", new ResetAdminCommand()));

    private Commands() {}

    /** @param line the command's name and its arguments */
    static String run(List<String> line) throws IOException {
        Command command = TABLE.get(line.get(0));
        if (command == null) {
            throw new RefusedStartException(
                    "photobridge.jar knows no command '" + line.get(0) + "'. It starts the portal"
                            + " when called without one; else it knows " + String.join(", ", TABLE.keySet())
                            + ". Settings are environment variables (PHOTOBRIDGE_HOME, PHOTOBRIDGE_PORT, ...) or system"
                            + " properties (-Dphotobridge.port=8081 before -jar).");
        }
        return command.run(line.subList(1, line.size()));
    }
}
