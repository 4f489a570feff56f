package org.photobridge.portal.boot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.photobridge.portal.platform.RefusedStartException;

/** The H2 database of a portal as a file; locked by the portal while it runs, and by us while we copy it. */
record DatabaseFile(Path path) {
    private static final String H2 = "jdbc:h2:";
    private static final String EXTENSION = ".mv.db";

    /** Something done with the locked file. */
    @FunctionalInterface
    interface Work {
        void with(FileChannel file) throws IOException;
    }

    /** As the portal's settings have it; empty with PostgreSQL. */
    static Optional<DatabaseFile> configured(Path home) {
        String url = Settings.value("photobridge.database.url", H2 + "file:" + home + "/database/photobridge")
                .replace("${photobridge.home}", home.toString());
        if (!url.startsWith(H2)) {
            return Optional.empty();
        }
        String place = url.substring(H2.length()).split(";", 2)[0];
        String file = place.startsWith("file:") ? place.substring("file:".length()) : place;
        if (file.matches("(mem|tcp|ssl|zip|nio\\w*|split|cipher):.*")) {
            throw new RefusedStartException(
                    "The database " + url + " isn't a file of this machine; these commands know only such a one.");
        }
        String user = System.getProperty("user.home");
        return Optional.of(
                new DatabaseFile(Path.of((file.startsWith("~") ? user + file.substring(1) : file) + EXTENSION)));
    }

    /** H2 is open to one process only; the portal itself must do what a command can't do beside it. */
    static void refuseRunning(Path home) throws IOException {
        Optional<DatabaseFile> file = configured(home);
        if (file.isPresent()) {
            if (!file.get().exists()) {
                throw new RefusedStartException(
                        "There is no database at " + file.get().path() + ".");
            }
            file.get().whileStopped(open -> {});
        }
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Holds the lock that H2 itself would take, so that no portal starts meanwhile. */
    void whileStopped(Work work) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                throw inUse();
            }
            work.with(file);
        } catch (OverlappingFileLockException e) {
            throw inUse();
        }
    }

    private RefusedStartException inUse() {
        return new RefusedStartException("The portal that uses " + path + " is running. Stop it first.");
    }
}
