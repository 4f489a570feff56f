package org.photobridge.portal.platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be said for support without the database: versions, settings, the home folder, the latest log lines.
 * <p>Also runs outside the server, where a portal that doesn't start is looked into.
 */
public final class SupportTexts {
    private static final int LOG_BYTES = 1_000_000;
    private static final String PREFIX = "photobridge.";

    /** Settings whose values may be shown; of any other it is only said that it is set. */
    private static final Set<String> SHOWN = Set.of(
            "photobridge.home",
            "photobridge.address",
            "photobridge.port",
            "photobridge.url",
            "photobridge.proxies",
            "photobridge.log.format",
            "photobridge.database.user",
            "photobridge.bootstrap",
            "photobridge.allow-custom-hosts",
            "photobridge.oidc.token-days",
            "photobridge.previous-pictures.days",
            "photobridge.previous-pictures.megabytes",
            "photobridge.queue.threads",
            "photobridge.queue.heartbeat",
            "photobridge.start.outcome",
            "photobridge.version");

    private SupportTexts() {}

    /** By file name. */
    public static Map<String, String> of(Home home, String version) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("about.txt", about(version));
        texts.put("settings.txt", settings(System.getenv(), properties()));
        texts.put("home.txt", listing(home.folder()));
        texts.put("log.jsonl", log(home.folder().resolve("logs")));
        return texts;
    }

    private static String about(String version) {
        Runtime machine = Runtime.getRuntime();
        return lines(Map.of(
                "photobridge", version,
                "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                "system",
                        System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                                + System.getProperty("os.arch"),
                "processors", Integer.toString(machine.availableProcessors()),
                "memory used, most",
                        machine.totalMemory() / 1_000_000 - machine.freeMemory() / 1_000_000 + " MB, "
                                + machine.maxMemory() / 1_000_000 + " MB",
                "language, encoding", Locale.getDefault() + ", " + System.getProperty("file.encoding")));
    }

    private static Map<String, String> properties() {
        return System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
    }

    /** Environment variables by the names that the settings have as properties; a property wins, as for the portal. */
    static String settings(Map<String, String> environment, Map<String, String> properties) {
        Map<String, String> shown = new TreeMap<>();
        Map<String, String> names = SHOWN.stream().collect(Collectors.toMap(SupportTexts::variable, name -> name));
        environment.forEach((name, value) -> {
            if (name.startsWith(variable(PREFIX))) {
                String known = names.getOrDefault(name, name);
                shown.put(known, shown(known, value));
            }
        });
        properties.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                shown.put(name, shown(name, value));
            }
        });
        return lines(shown);
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static String shown(String name, String value) {
        return SHOWN.contains(name) ? Masked.text(value) : "(set)";
    }

    private static String lines(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(line -> line.getKey() + " = " + line.getValue().replaceAll("\\R", " ") + "\n")
                        .collect(Collectors.joining());
    }

    private static String listing(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home, 3)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                text.append(line(home, file)).append('\n');
            }
            return text.toString();
        }
    }

    private static String line(Path home, Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        String permissions = posix ? PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + " " : "";
        return permissions + Files.getLastModifiedTime(file) + " "
                + (Files.isDirectory(file) ? "folder" : Files.size(file) + " bytes") + " " + home.relativize(file);
    }

    /** The older file first. */
    private static String log(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("portal-1.log", "portal-0.log")) {
            if (Files.exists(folder.resolve(name))) {
                text.append(end(folder.resolve(name)));
            }
        }
        return Masked.text(text.toString());
    }

    /** Whole lines only. */
    private static String end(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, open.length() - LOG_BYTES);
            byte[] bytes = new byte[(int) (open.length() - from)];
            open.seek(from);
            open.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }
}
