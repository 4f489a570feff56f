package org.photobridge.portal.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Debian's and Ubuntu's way to install a package. Only root is served: nobody is asked for a password in mid-build. */
final class Apt {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Path program;
    private final boolean root;
    private final Duration longest;
    private String complaint = "";

    Apt(Path program, boolean root, Duration longest) {
        this.program = program;
        this.root = root;
        this.longest = longest;
    }

    static Apt ofThisMachine() {
        return new Apt(Path.of("/usr/bin/apt-get"), "root".equals(System.getProperty("user.name")), LONGEST);
    }

    /** Whether the package was installed; if not, {@link #complaint()} may say why. */
    boolean install(String name) {
        if (!root || !Files.isExecutable(program)) {
            return false;
        }
        return run("update", "-q") && run("install", "-q", "-y", "--no-install-recommends", name);
    }

    /** Which step failed, and how; empty if none was tried, or all went well. */
    Optional<String> complaint() {
        return Optional.of(complaint).filter(words -> !words.isEmpty());
    }

    private boolean run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("apt", ".log");
            Optional<Integer> status = finish(command, output);
            if (status.isEmpty() || status.get() != 0) {
                complaint = "apt-get " + arguments[0] + " "
                        + status.map(code -> "failed: " + lastLine(output)).orElse("took too long");
            }
            Files.delete(output);
        } catch (IOException e) {
            complaint = "apt-get " + arguments[0] + " can't be run: " + e.getMessage();
        }
        return complaint.isEmpty();
    }

    private Optional<Integer> finish(List<String> command, Path output) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
            return ended ? Optional.of(process.exitValue()) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String lastLine(Path output) {
        try {
            return Files.readString(output, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce("it said nothing", (before, line) -> line.strip());
        } catch (IOException e) {
            return "its output can't be read";
        }
    }
}
