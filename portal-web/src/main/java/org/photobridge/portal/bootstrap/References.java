package org.photobridge.portal.bootstrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.photobridge.portal.connection.BadCertificateException;
import org.photobridge.portal.connection.CertificateService;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.Secret;

/**
 * Follows the file's references to secrets and other files: the file itself holds no secret.
 *
 * <p>{@code {"env": "NAME"}} is an environment variable, {@code {"file": "path"}} a file; a relative path begins at the
 * folder of the bootstrap file.
 */
final class References {
    private static final long LARGEST = 1_000_000;

    private final Path folder;
    private final Function<String, String> environment;

    References(Path folder, Function<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** A secret by reference; empty if there is no such key, or if it can't be followed, which was noted. */
    Optional<Secret> secret(Section section, String key) {
        return section.section(key).flatMap(reference -> {
            try (reference) {
                return bytes(reference, Optional.empty())
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                        .filter(text -> notBlank(reference, text))
                        .map(Secret::of);
            }
        });
    }

    /** A certificate with its key: {@code {"file": "client.pfx", "password": {"env": "NAME"}}}. */
    Optional<ClientCertificate> certificate(Section section, String key) {
        return section.section(key).flatMap(reference -> {
            try (reference) {
                Optional<Secret> password = secret(reference, "password");
                return bytes(reference, Optional.of("a certificate file"))
                        .flatMap(bytes -> read(reference, bytes, password));
            }
        });
    }

    /** The text of a file that a key names by its path. */
    Optional<String> text(Section section, String key) {
        return section.text(key)
                .flatMap(path -> file(section, key, path))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static boolean notBlank(Section reference, String text) {
        if (text.isEmpty()) {
            reference.problem("", "is empty");
        }
        return !text.isEmpty();
    }

    private static Optional<ClientCertificate> read(Section reference, byte[] bytes, Optional<Secret> password) {
        try {
            return Optional.of(CertificateService.read(bytes, password.orElseGet(() -> Secret.of(""))));
        } catch (BadCertificateException e) {
            reference.problem("file", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<byte[]> bytes(Section reference, Optional<String> what) {
        Optional<String> env = reference.text("env");
        Optional<String> file = reference.text("file");
        if (env.isPresent() == file.isPresent()) {
            reference.problem("", "names " + what.orElse("a secret") + " by either \"env\" or \"file\"");
            return Optional.empty();
        }
        return env.isPresent() ? variable(reference, env.get()) : file(reference, "file", file.get());
    }

    private Optional<byte[]> variable(Section reference, String name) {
        String value = environment.apply(name);
        if (value == null) {
            reference.problem("env", "the environment variable " + name + " isn't set");
            return Optional.empty();
        }
        return Optional.of(value.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<byte[]> file(Section section, String key, String name) {
        try {
            Path path = folder.resolve(name);
            if (Files.size(path) > LARGEST) {
                section.problem(key, path + " is too large");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(path));
        } catch (IOException | InvalidPathException e) {
            section.problem(key, "the file can't be read: " + e);
            return Optional.empty();
        }
    }
}
