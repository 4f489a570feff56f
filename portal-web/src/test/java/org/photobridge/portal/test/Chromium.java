package org.photobridge.portal.test;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The browser that the pages are tested with: found, installed where that can be done, or asked for in one sentence. */
final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int INSTALL_MINUTES = 10;

    private Chromium() {}

    static Path require() {
        return find().or(Chromium::install)
                .orElseThrow(() -> new IllegalStateException("The browser tests need Chromium: install the package "
                        + "'chromium' (Debian, Ubuntu: apt-get install chromium), or name a Chrome or Chromium in the "
                        + "environment variable PHOTOBRIDGE_CHROMIUM."));
    }

    private static Optional<Path> find() {
        String named = System.getenv("PHOTOBRIDGE_CHROMIUM");
        Stream<Path> candidates = named == null
                ? NAMES.stream().flatMap(name -> path().map(folder -> folder.resolve(name)))
                : Stream.of(Path.of(named));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> path() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
    }

    /** Root on Debian or Ubuntu may install it; nobody else is asked for a password in the middle of a build. */
    private static Optional<Path> install() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        boolean done = run("apt-get", "update", "-q")
                && run("apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium");
        return done ? find() : Optional.empty();
    }

    private static boolean run(String... command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            return process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
