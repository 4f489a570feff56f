package org.photobridge.portal.test;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The browser that the pages are tested with: found, installed where that can be done, or asked for in one sentence. */
final class Chromium {
    private static final String NAMED = "PHOTOBRIDGE_CHROMIUM";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Function<String, String> environment;
    private final Apt apt;

    Chromium(Function<String, String> environment, Apt apt) {
        this.environment = environment;
        this.apt = apt;
    }

    static Path require() {
        return new Chromium(System::getenv, Apt.ofThisMachine()).path();
    }

    /** Where the browser is, now or after it was installed. */
    Path path() {
        return find().or(this::installed).orElseThrow(() -> new IllegalStateException(sentence()));
    }

    private Optional<Path> find() {
        String named = environment.apply(NAMED);
        Stream<Path> candidates = named == null
                ? NAMES.stream().flatMap(name -> folders().map(folder -> folder.resolve(name)))
                : Stream.of(Path.of(named));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    private Stream<Path> folders() {
        return Stream.of(environment.apply("PATH").split(File.pathSeparator)).map(Path::of);
    }

    /** Nothing is installed in place of a browser that somebody named wrongly. */
    private Optional<Path> installed() {
        return environment.apply(NAMED) == null && apt.install("chromium") ? find() : Optional.empty();
    }

    private String sentence() {
        String named = environment.apply(NAMED);
        return named == null
                ? "The browser tests need Chromium: install the package 'chromium' (Debian, Ubuntu: apt-get install"
                        + " chromium), or name a Chrome or Chromium in the environment variable " + NAMED
                        + apt.complaint().map(why -> "; here " + why).orElse("") + "."
                : "The environment variable " + NAMED + " names no program that can be run: " + named + ".";
    }
}
