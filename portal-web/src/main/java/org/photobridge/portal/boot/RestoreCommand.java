package org.photobridge.portal.boot;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.RefusedStartException;

/** {@code restore <file> [--replace]}: puts a backup back into the home folder; nothing there is lost by it. */
final class RestoreCommand implements Command {
    private static final String REPLACE = "--replace";

    @Override
    public String run(List<String> arguments) throws IOException {
        List<String> names =
                arguments.stream().filter(word -> !word.equals(REPLACE)).toList();
        if (names.size() != 1 || names.get(0).startsWith("-")) {
            throw new RefusedStartException("Say what: java -jar photobridge.jar restore <file> [" + REPLACE + "]");
        }
        Path file = Path.of(names.get(0)).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new RefusedStartException("There is no file " + file + ".");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return restore(zip, Home.open(Settings.read().home()), arguments.contains(REPLACE));
        } catch (ZipException | EOFException e) {
            throw new RefusedStartException(file + " can't be read as a backup: " + e.getMessage(), e);
        }
    }

    private static String restore(ZipFile zip, Home home, boolean replace) throws IOException {
        Properties facts = facts(zip);
        Optional<DatabaseFile> database = DatabaseFile.configured(home.folder());
        refuseOtherKind(facts, database);
        HomeParts parts = new HomeParts(home, database, zip.getEntry(BackupFile.KEY) != null);
        parts.refuseRunning();
        if (!replace && parts.areThere()) {
            throw new RefusedStartException("The home folder " + home + " is in use already. With " + REPLACE
                    + " what is there is put aside, into its folder backups.");
        }
        Path unpacked = unpack(zip, home);
        try {
            Optional<Path> aside = parts.putAside();
            parts.putInPlace(unpacked);
            return report(home, facts, aside);
        } finally {
            PrivateFiles.delete(unpacked);
        }
    }

    private static Properties facts(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(BackupFile.FACTS);
        if (entry == null) {
            throw new RefusedStartException(zip.getName() + " isn't a backup of Photobridge.");
        }
        Properties facts = new Properties();
        try (InputStream in = zip.getInputStream(entry)) {
            facts.load(in);
        }
        return facts;
    }

    private static void refuseOtherKind(Properties facts, Optional<DatabaseFile> database) {
        boolean h2 = "h2".equals(facts.getProperty("database"));
        if (h2 && database.isEmpty()) {
            throw new RefusedStartException("The backup holds an H2 database, but photobridge.database.url says"
                    + " PostgreSQL. Nothing is carried over from one to the other.");
        }
        if (!h2 && database.isPresent()) {
            throw new RefusedStartException("The backup was made beside a PostgreSQL database and holds none. Set"
                    + " photobridge.database.url first, and restore the database with psql or pg_restore.");
        }
    }

    /** Reads all of it, checksums included, before anything in the home folder changes. */
    private static Path unpack(ZipFile zip, Home home) throws IOException {
        Path folder = Files.createTempDirectory(home.folder(), "restore-");
        try {
            for (ZipEntry entry : zip.stream().toList()) {
                unpack(zip, entry, folder);
            }
        } catch (IOException | RuntimeException e) {
            PrivateFiles.delete(folder);
            throw e;
        }
        return folder;
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!BackupFile.knows(entry.getName()) || !file.startsWith(folder) || entry.isDirectory()) {
            throw new RefusedStartException("The backup holds something that no backup of ours does: "
                    + entry.getName().replaceAll("\\p{Cntrl}", "?"));
        }
        PrivateFiles.folder(file.getParent());
        PrivateFiles.create(file);
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum);
                OutputStream out = Files.newOutputStream(file)) {
            in.transferTo(out);
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new ZipException(entry.getName() + " is damaged");
        }
    }

    private static String report(Home home, Properties facts, Optional<Path> aside) {
        List<String> lines = new ArrayList<>();
        lines.add("Restored into " + home + ", from a backup made by Photobridge " + facts.getProperty("version")
                + ". Start this version or a newer one.");
        aside.ifPresent(folder -> lines.add("What was there before is in " + folder + "."));
        List<String> needed =
                new ArrayList<>(List.of(facts.getProperty("keys", "").split(",")));
        needed.removeAll(BackupCommand.keyIds(home));
        needed.remove("");
        if (!needed.isEmpty()) {
            lines.add("The encryption key " + String.join(", ", needed)
                    + " is not here. Before you start the portal put it"
                    + " back: the file " + home.folder().resolve(BackupFile.KEY)
                    + " (chmod 600), or photobridge.encryption.key.");
        }
        return String.join("\n", lines);
    }
}
