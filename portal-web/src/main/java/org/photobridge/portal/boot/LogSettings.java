package org.photobridge.portal.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.RefusedStartException;

/** How the server logs: to standard output as text or JSON, and the latest lines as JSON into the home folder too. */
final class LogSettings {
    private static final String SERVERS_OWN = "/MICRO-INF/domain/logging.properties";
    private static final String CONSOLE = "java.util.logging.ConsoleHandler";
    private static final String FILE = "java.util.logging.FileHandler";
    private static final int FILE_BYTES = 5_000_000;
    private static final int FILES = 2;

    private LogSettings() {}

    /** @param format {@code text} or {@code json} */
    static Path write(Home home, String format) throws IOException {
        Properties settings = new Properties();
        try (InputStream own = LogSettings.class.getResourceAsStream(SERVERS_OWN)) {
            settings.load(own);
        }
        settings.setProperty("handlers", CONSOLE + "," + FILE);
        if (isJson(format)) {
            settings.setProperty(CONSOLE + ".formatter", JsonLines.class.getName());
        }
        keepLatestLines(settings, home.subfolder("logs"));
        Path file = home.subfolder("server").resolve("logging.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, "Written anew at each start");
        }
        return file;
    }

    private static boolean isJson(String format) {
        if (!format.equals("text") && !format.equals("json")) {
            throw new RefusedStartException("photobridge.log.format must be text or json, not '" + format + "'.");
        }
        return format.equals("json");
    }

    /** For support: what was logged last can be looked up where nobody keeps standard output. */
    private static void keepLatestLines(Properties settings, Path folder) {
        String escaped = folder.toString().replace("%", "%%");
        settings.setProperty(FILE + ".pattern", escaped + "/portal-%g.log");
        settings.setProperty(FILE + ".limit", Integer.toString(FILE_BYTES));
        settings.setProperty(FILE + ".count", Integer.toString(FILES));
        settings.setProperty(FILE + ".append", "true");
        settings.setProperty(FILE + ".encoding", "UTF-8");
        settings.setProperty(FILE + ".formatter", JsonLines.class.getName());
    }
}
