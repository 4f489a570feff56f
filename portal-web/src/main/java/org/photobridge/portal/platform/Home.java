package org.photobridge.portal.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * The folder that holds what one portal keeps on its own machine: key, database file, providers, backups.
 * <p>It holds the key to every stored secret, so nobody but the owner may look into it.
 */
public final class Home {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** Opens the folder, making it if there is none; refuses one that others can read. */
    public static Home open(String path) {
        if (!Path.of(path).isAbsolute()) {
            throw new RefusedStartException("The home folder must be an absolute path, not '" + path
                    + "'. It is set by PHOTOBRIDGE_HOME, and is ~/.photobridge by default.");
        }
        Home home = new Home(Path.of(path).normalize());
        try {
            create(home.folder);
            home.check();
        } catch (IOException e) {
            throw new RefusedStartException("The home folder " + home.folder + " can't be used: " + e, e);
        }
        return home;
    }

    /** Opens a folder that must be there already. */
    public static Home existing(String path) {
        if (!Files.isDirectory(Path.of(path))) {
            throw new RefusedStartException("There is no home folder " + path
                    + ". It is set by PHOTOBRIDGE_HOME, and is ~/.photobridge by default.");
        }
        return open(path);
    }

    public Path folder() {
        return folder;
    }

    /** A folder below home, made for the owner alone if there is none. */
    public Path subfolder(String name) {
        Path below = folder.resolve(name);
        try {
            create(below);
        } catch (IOException e) {
            throw new RefusedStartException("The folder " + below + " can't be made: " + e, e);
        }
        return below;
    }

    /** Writes a file that only the owner can read, in place of an older one. */
    public Path writeSecret(String name, String content) {
        Path file = folder.resolve(name);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, ownerOnly(file, "rw-------"));
            Files.writeString(file, content, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new RefusedStartException("The file " + file + " can't be written: " + e, e);
        }
        return file;
    }

    /** Reads a file of the home folder that holds a secret; refuses it if others can read it too. */
    public String readSecret(String name) {
        Path file = folder.resolve(name);
        try {
            refuseOthers(file, "chmod 600 ");
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RefusedStartException("The file " + file + " can't be read: " + e, e);
        }
    }

    /** Makes a folder and those above it that are missing, for the owner alone. */
    static void create(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
        }
    }

    private void check() throws IOException {
        if (!Files.isWritable(folder)) {
            throw new RefusedStartException("The home folder " + folder + " can't be written to by this user.");
        }
        refuseOthers(folder, "chmod 700 ");
    }

    private static void refuseOthers(Path path, String remedy) throws IOException {
        if (!hasPosixPermissions(path)) {
            return;
        }
        Set<PosixFilePermission> open = EnumSet.noneOf(PosixFilePermission.class);
        open.addAll(Files.getPosixFilePermissions(path));
        open.retainAll(OTHERS);
        if (!open.isEmpty()) {
            throw new RefusedStartException(path + " is open to other users of this machine ("
                    + PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                    + "), and it guards the portal's secrets. Close it with: " + remedy + path);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return hasPosixPermissions(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPosixPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
