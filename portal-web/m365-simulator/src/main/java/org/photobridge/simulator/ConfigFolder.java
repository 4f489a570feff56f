package org.photobridge.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The folder that tells other programs how to reach the simulator; readable by its owner only. */
final class ConfigFolder {
    static final String KEYS = "keys.p12";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private ConfigFolder() {}

    static void prepare(Optional<Path> folder) throws IOException {
        if (folder.isPresent()) {
            FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(OWNER);
            Files.createDirectories(folder.get().toAbsolutePath(), ownerOnly);
            Files.setPosixFilePermissions(folder.get(), OWNER);
        }
    }

    static void write(Optional<Path> folder, M365Simulator simulator) throws IOException {
        if (folder.isEmpty()) {
            return;
        }
        Path target = folder.get();
        put(target.resolve("ca.pem"), simulator.caPem());
        put(target.resolve("client.pem"), simulator.clientCertificate().pem());
        put(target.resolve("client-secret.txt"), simulator.clientSecret() + "\n");
        put(target.resolve("tenant.properties"), properties(simulator));
        put(target.resolve("client.cer"), simulator.clientCertificate().der());
    }

    private static String properties(M365Simulator simulator) {
        return String.join(
                "\n",
                "tenantId=" + simulator.tenantId(),
                "clientId=" + simulator.clientId(),
                "loginUrl=" + simulator.loginUrl(),
                "graphUrl=" + simulator.graphUrl(),
                "rootUrl=" + simulator.rootUrl(),
                "mySiteUrl=" + simulator.mySiteUrl(),
                "adminUrl=" + simulator.adminUrl(),
                "controlUrl=" + simulator.controlUrl(),
                "");
    }

    private static void put(Path file, String text) throws IOException {
        put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, bytes);
    }
}
