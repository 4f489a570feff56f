package org.photobridge.portal.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.RefusedStartException;
import org.photobridge.portal.platform.SupportTexts;

/** {@code support-bundle <file>}: what can be said of a portal from outside, above all of one that doesn't start. */
final class SupportCommand implements Command {

    @Override
    public String run(List<String> arguments) throws IOException {
        if (arguments.size() != 1 || arguments.get(0).startsWith("-")) {
            throw new RefusedStartException("Say where to: java -jar photobridge.jar support-bundle <file>");
        }
        Path file = Path.of(arguments.get(0)).toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw new RefusedStartException(file + " is there already. Choose another name.");
        }
        Home home = Home.existing(Settings.read().home());
        try (BackupFile zip = new BackupFile(file)) {
            for (Map.Entry<String, String> text :
                    SupportTexts.of(home, Version.ofThisJar()).entrySet()) {
                zip.add(text.getKey(), out -> out.write(text.getValue().getBytes(StandardCharsets.UTF_8)));
            }
            zip.finish();
        }
        return "Written to " + file + ": versions, settings without secrets, what is in the home folder, the latest log"
                + " lines. What the database knows (runs, queues, health) is only in the bundle that an administrator gets"
                + " from the portal's page Settings, Support.";
    }
}
