package org.photobridge.portal.boot;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.RefusedStartException;

/** {@code backup <file> [--with-key]}: puts what a portal keeps on its machine into one zip. */
final class BackupCommand implements Command {
    static final String WITH_KEY = "--with-key";

    @Override
    public String run(List<String> arguments) throws IOException {
        boolean withKey = arguments.contains(WITH_KEY);
        List<String> names =
                arguments.stream().filter(word -> !word.equals(WITH_KEY)).toList();
        if (names.size() != 1 || names.get(0).startsWith("-")) {
            throw new RefusedStartException("Say where to: java -jar photobridge.jar backup <file> [" + WITH_KEY + "]");
        }
        Home home = Home.existing(Settings.read().home());
        Path file = Path.of(names.get(0)).toAbsolutePath().normalize();
        refuseExisting(file);
        return backUp(home, file, withKey);
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw new RefusedStartException(file + " is there already. Choose another name.");
        }
        if (!Files.isDirectory(file.getParent())) {
            throw new RefusedStartException("There is no folder " + file.getParent() + ".");
        }
    }

    private static String backUp(Home home, Path file, boolean withKey) throws IOException {
        Optional<DatabaseFile> database = DatabaseFile.configured(home.folder());
        Optional<Path> key = keyFile(home);
        if (withKey && key.isEmpty()) {
            throw new RefusedStartException("There is no key file to take along: the key is in"
                    + " photobridge.encryption.key. Keep it yourself, and leave " + WITH_KEY + " out.");
        }
        try (BackupFile backup = new BackupFile(file)) {
            backup.facts(facts(home, database, withKey));
            addDatabase(backup, database);
            backup.folder(BackupFile.PROVIDERS, home.folder().resolve("providers"));
            if (withKey) {
                backup.file(BackupFile.KEY, key.orElseThrow());
            }
            backup.finish();
        }
        return report(home, file, database, withKey);
    }

    private static void addDatabase(BackupFile backup, Optional<DatabaseFile> database) throws IOException {
        if (database.isEmpty()) {
            return;
        }
        if (!database.get().exists()) {
            throw new RefusedStartException(
                    "There is no database at " + database.get().path() + ".");
        }
        database.get()
                .whileStopped(open -> backup.add(
                        BackupFile.DATABASE,
                        out -> Channels.newInputStream(open).transferTo(out)));
    }

    private static Properties facts(Home home, Optional<DatabaseFile> database, boolean withKey) {
        Properties facts = new Properties();
        facts.setProperty("version", Version.ofThisJar());
        facts.setProperty("database", database.isPresent() ? "h2" : "postgresql");
        facts.setProperty("keys", String.join(",", keyIds(home)));
        facts.setProperty("with-key", Boolean.toString(withKey));
        return facts;
    }

    /** Ids tell a key from another one and nothing about it. */
    static List<String> keyIds(Home home) {
        String configured = Settings.value("photobridge.encryption.key", "");
        if (!configured.isEmpty()) {
            return KeyRing.idsOf(configured, "photobridge.encryption.key");
        }
        return keyFile(home)
                .map(file -> KeyRing.idsOf(home.readSecret(BackupFile.KEY), file.toString()))
                .orElse(List.of());
    }

    /** Where the key is a file; it is none if the settings hold the key. */
    static Optional<Path> keyFile(Home home) {
        boolean inSettings = !Settings.value("photobridge.encryption.key", "").isEmpty();
        return Optional.of(home.folder().resolve(BackupFile.KEY)).filter(file -> !inSettings && Files.exists(file));
    }

    private static String report(Home home, Path file, Optional<DatabaseFile> database, boolean withKey)
            throws IOException {
        String what = database.isPresent()
                ? "the database and the providers"
                : "the providers. The database is PostgreSQL: back it up with pg_dump, at the same time";
        String key = withKey
                ? "The encryption key is in it too: whoever has the file can read every secret in it. Keep it like one."
                : "The encryption key is not in it: keep a copy of it in another place. " + whereKeyIs(home)
                        + " Without it, certificates, client secrets and previous pictures can't be opened again.";
        return "Backed up to " + file + " (" + Files.size(file) / 1024 + " kB): " + what + ".\n" + key;
    }

    private static String whereKeyIs(Home home) {
        return keyFile(home).map(key -> "It is " + key + ".").orElse("It is the setting photobridge.encryption.key.");
    }
}
