package org.photobridge.portal.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.photobridge.portal.boot.BootCommands;

/** Prepares the machine before the first container test: a browser, an empty home, how the server is to start. */
public final class PortalSession implements LauncherSessionListener {
    /** The password that the portal under test gives its first admin. */
    public static final String ADMIN_PASSWORD = "correct-horse-battery";

    private static final String BOOTSTRAP = "photobridge.bootstrap";
    private static final Path HOME = Path.of("target/it-home").toAbsolutePath();
    private static final Path SERVER = Path.of("target/it-server").toAbsolutePath();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("photobridge.container-tests")) {
            return;
        }
        try {
            Chromium.require();
            delete(HOME);
            Files.createDirectories(SERVER);
            System.setProperty(BOOTSTRAP, SimulatedTenant.describe(SERVER).toString());
            Path before = Files.write(SERVER.resolve("before-boot.txt"), BootCommands.beforeBoot());
            Path after = Files.write(SERVER.resolve("after-boot.txt"), BootCommands.afterBoot());
            System.setProperty(
                    "payara.microJar",
                    Path.of("target/server/payara-micro.jar").toAbsolutePath().toString());
            System.setProperty("payara.cmdOptions", String.join(" ", javaOptions()));
            System.setProperty(
                    "payara.extraMicroOptions",
                    "--nohazelcast --prebootcommandfile " + before + " --postbootcommandfile " + after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> javaOptions() throws IOException {
        return Stream.of(common(), database(), OpenIdServer.start().stream())
                .flatMap(options -> options)
                .toList();
    }

    /** None is H2, as the portal is by itself. */
    private static Stream<String> database() {
        return "PostgreSQL".equals(System.getProperty("photobridge.test-database"))
                ? Stream.of(
                        "-Dphotobridge.database.url=" + Databases.freshPostgresUrl(),
                        "-Dphotobridge.database.user=postgres",
                        "-Dphotobridge.database.password=postgres")
                : Stream.empty();
    }

    private static Stream<String> common() {
        return Stream.of(
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Duser.language=en",
                "-Dphotobridge.home=" + HOME,
                "-D" + BOOTSTRAP + "=" + System.getProperty(BOOTSTRAP),
                "-Dphotobridge.first-admin-password=" + ADMIN_PASSWORD);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
