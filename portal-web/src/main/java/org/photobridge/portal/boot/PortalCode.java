package org.photobridge.portal.boot;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.photobridge.portal.platform.Home;

/**
 * Calls the portal's own code from the command line, without the server: classes and libraries of the WAR inside our jar,
 * unpacked for as long as it takes.
 */
final class PortalCode {
    private static final String WAR = "/MICRO-INF/deploy/ROOT.war";
    private static final String CLASSES = "WEB-INF/classes/";
    private static final String LIBRARIES = "WEB-INF/lib/";

    private PortalCode() {}

    /** @param work a class with a constructor without parameters; it sees the JDK and the WAR, and nothing of ours */
    static Map<String, String> call(String work, Map<String, String> settings) throws IOException {
        try (InputStream war = PortalCode.class.getResourceAsStream(WAR)) {
            if (war == null) {
                // From a build's folders: the portal's classes are on the class path.
                return call(PortalCode.class.getClassLoader(), work, settings);
            }
            Path folder = Files.createTempDirectory("photobridge");
            try (URLClassLoader loader =
                    new URLClassLoader(unpack(war, folder), ClassLoader.getPlatformClassLoader())) {
                return call(loader, work, settings);
            } finally {
                delete(folder);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> call(ClassLoader loader, String work, Map<String, String> settings) {
        try {
            Object made = loader.loadClass(work).getDeclaredConstructor().newInstance();
            return ((Function<Map<String, String>, Map<String, String>>) made).apply(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This jar is incomplete: " + e, e);
        }
    }

    private static URL[] unpack(InputStream war, Path folder) throws IOException {
        // Made first: only of a folder that is there the URL says that it is one.
        Path classes = Files.createDirectories(folder.resolve(CLASSES));
        List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
        ZipInputStream entries = new ZipInputStream(war);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            boolean library = entry.getName().startsWith(LIBRARIES);
            if (entry.isDirectory() || !library && !entry.getName().startsWith(CLASSES)) {
                continue;
            }
            Path file = folder.resolve(entry.getName()).normalize();
            Files.createDirectories(file.getParent());
            Files.copy(entries, file);
            if (library) {
                urls.add(file.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What the portal's code needs to reach its database and its keys. */
    static Map<String, String> settings(Home home) {
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
