package org.photobridge.portal.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.platform.Home;

/** The parts of a home folder that a backup brings: by their name in the backup, where they belong. */
final class HomeParts {
    private final Home home;
    private final Optional<DatabaseFile> database;
    private final Map<String, Path> places = new LinkedHashMap<>();

    HomeParts(Home home, Optional<DatabaseFile> database, boolean key) {
        this.home = home;
        this.database = database;
        database.ifPresent(file -> places.put(BackupFile.DATABASE, file.path()));
        places.put(BackupFile.PROVIDERS, home.folder().resolve("providers"));
        if (key) {
            places.put(BackupFile.KEY, home.folder().resolve(BackupFile.KEY));
        }
    }

    void refuseRunning() throws IOException {
        if (database.isPresent() && database.get().exists()) {
            database.get().whileStopped(file -> {});
        }
    }

    boolean areThere() {
        return places.values().stream().anyMatch(Files::exists);
    }

    /** Moves what is there into a new folder below {@code backups}. */
    Optional<Path> putAside() throws IOException {
        if (!areThere()) {
            return Optional.empty();
        }
        Path aside = free(home.subfolder("backups"));
        for (Map.Entry<String, Path> part : places.entrySet()) {
            if (Files.exists(part.getValue())) {
                move(part.getValue(), aside.resolve(part.getKey()));
            }
        }
        return Optional.of(aside);
    }

    void putInPlace(Path unpacked) throws IOException {
        for (Map.Entry<String, Path> part : places.entrySet()) {
            Path from = unpacked.resolve(part.getKey());
            if (Files.exists(from)) {
                move(from, part.getValue());
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        PrivateFiles.folder(to.getParent());
        Files.move(from, to);
    }

    private static Path free(Path folder) throws IOException {
        int number = 1;
        while (Files.exists(folder.resolve("before-restore-" + number))) {
            number++;
        }
        return PrivateFiles.folder(folder.resolve("before-restore-" + number));
    }
}
