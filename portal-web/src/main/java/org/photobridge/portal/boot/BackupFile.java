package org.photobridge.portal.boot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a backup: a zip with a page of facts, the database, the providers and, if wanted, the key. */
final class BackupFile implements AutoCloseable {
    static final String FACTS = "photobridge-backup.properties";
    static final String DATABASE = "database/photobridge.mv.db";
    static final String PROVIDERS = "providers";
    static final String KEY = "encryption.key";

    /** What a zip of this form may hold, and nothing else. */
    static boolean knows(String entry) {
        return List.of(FACTS, DATABASE, KEY).contains(entry) || entry.startsWith(PROVIDERS + "/");
    }

    private final Path unfinished;
    private final Path file;
    private final ZipOutputStream zip;

    BackupFile(Path file) throws IOException {
        this.file = file;
        this.unfinished = PrivateFiles.create(file.resolveSibling(file.getFileName() + ".unfinished"));
        this.zip = new ZipOutputStream(Files.newOutputStream(unfinished), StandardCharsets.UTF_8);
    }

    void facts(Properties facts) throws IOException {
        add(FACTS, out -> facts.store(out, null));
    }

    void file(String name, Path from) throws IOException {
        add(name, out -> Files.copy(from, out));
    }

    void folder(String name, Path from) throws IOException {
        if (Files.notExists(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                file(name + "/" + from.relativize(each).toString().replace('\\', '/'), each);
            }
        }
    }

    void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.writeTo(zip);
        zip.closeEntry();
    }

    /** Gives it its name, now that it's complete. */
    void finish() throws IOException {
        zip.close();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(unfinished);
    }

    /** What is in one part of it. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
