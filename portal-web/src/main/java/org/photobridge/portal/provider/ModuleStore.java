package org.photobridge.portal.provider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.photobridge.portal.provider.ModuleProblem.Kind;

/** The installed modules on disk, {@code <home>/providers/<id>/<version>/}, bundled and uploaded ones alike. */
final class ModuleStore {
    private static final String DIGEST = "module.sha256";
    private static final String INCOMING = ".incoming";

    /** What to do if this very version is there already, with other content. */
    enum IfDifferent {
        REFUSE,
        REPLACE
    }

    private final Path root;
    private final ModuleZip zips;

    ModuleStore(Path root, ModuleZip zips) {
        this.root = root;
        this.zips = zips;
    }

    /**
     * Installs a zip: unpacks it aside, checks who it is, and moves it to its place as a whole.
     *
     * @return where it is; also if it was there before with the same content
     */
    ModuleFolder install(Path zip, IfDifferent ifDifferent) throws BrokenModuleException, IOException {
        String digest = digest(zip);
        Path incoming = Files.createTempDirectory(Files.createDirectories(root), INCOMING);
        try {
            zips.unpack(zip, incoming);
            ModuleManifest manifest = ModuleManifest.read(jars(incoming));
            manifest.requireCompatible();
            Files.writeString(incoming.resolve(DIGEST), digest);
            return settle(incoming, manifest.key(), ifDifferent);
        } finally {
            delete(incoming);
        }
    }

    /** All installed modules, by id and version. */
    List<ModuleFolder> installed() throws IOException {
        List<ModuleFolder> found = new ArrayList<>();
        for (Path provider : folders(root)) {
            for (Path version : folders(provider)) {
                key(provider, version)
                        .map(key -> new ModuleFolder(key, version))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private ModuleFolder settle(Path incoming, ProviderKey key, IfDifferent ifDifferent)
            throws BrokenModuleException, IOException {
        Path place = root.resolve(key.id()).resolve(key.version());
        if (Files.isDirectory(place)) {
            if (readDigest(place).equals(readDigest(incoming))) {
                return new ModuleFolder(key, place);
            }
            if (ifDifferent == IfDifferent.REFUSE) {
                throw new BrokenModuleException(ModuleProblem.of(Kind.OTHER_VERSION_THERE, key.toString()));
            }
            delete(place);
        }
        Files.createDirectories(place.getParent());
        Files.move(incoming, place, StandardCopyOption.ATOMIC_MOVE);
        return new ModuleFolder(key, place);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Optional<ProviderKey> key(Path provider, Path version) {
        String id = provider.getFileName().toString();
        String number = version.getFileName().toString();
        return ProviderKey.isId(id) && ProviderKey.isVersion(number)
                ? Optional.of(new ProviderKey(id, number))
                : Optional.empty();
    }

    private static String readDigest(Path folder) throws IOException {
        Path file = folder.resolve(DIGEST);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static String digest(Path zip) throws IOException {
        try (InputStream in = Files.newInputStream(zip)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
