package org.photobridge.portal.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.photobridge.portal.provider.ModuleProblem.Kind;

/**
 * Unpacks the jars of a module's zip into one flat folder.
 *
 * <p>The zip comes from anywhere: names that point outside are refused, and sizes are counted while writing, since what
 * a zip says of its sizes is only a claim.
 */
final class ModuleZip {
    private static final Limits LIMITS = new Limits(2_000, 512L * 1024 * 1024);

    /** The most that a zip may hold. */
    record Limits(int entries, long bytes) {}

    private final Limits limits;

    ModuleZip() {
        this(LIMITS);
    }

    ModuleZip(Limits limits) {
        this.limits = limits;
    }

    /** Writes every jar of the zip into the folder, under its plain file name; other files are left out. */
    void unpack(Path zip, Path folder) throws BrokenModuleException, IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (file.size() > limits.entries) {
                throw new BrokenModuleException(ModuleProblem.of(Kind.TOO_BIG, file.size() + " > " + limits.entries));
            }
            unpack(file, folder);
        } catch (ZipException e) {
            throw new BrokenModuleException(ModuleProblem.of(Kind.NOT_A_ZIP, String.valueOf(e.getMessage())), e);
        }
    }

    private void unpack(ZipFile file, Path folder) throws BrokenModuleException, IOException {
        long left = limits.bytes;
        for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = safeFileName(entry.getName());
            if (!entry.isDirectory() && name.endsWith(".jar")) {
                left -= copy(file, entry, folder.resolve(name), left);
            }
        }
    }

    private static String safeFileName(String name) throws BrokenModuleException {
        try {
            Path path = Path.of(name.replace('\\', '/'));
            boolean outside = path.isAbsolute() || path.normalize().startsWith("..") || name.matches("[A-Za-z]:.*");
            if (!outside && path.getFileName() != null) {
                return path.getFileName().toString();
            }
        } catch (InvalidPathException e) {
            throw new BrokenModuleException(ModuleProblem.of(Kind.UNSAFE_PATH, name), e);
        }
        throw new BrokenModuleException(ModuleProblem.of(Kind.UNSAFE_PATH, name));
    }

    private static long copy(ZipFile file, ZipEntry entry, Path to, long most)
            throws BrokenModuleException, IOException {
        try (InputStream in = file.getInputStream(entry);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            return copy(in, out, most, entry.getName());
        } catch (FileAlreadyExistsException e) {
            throw new BrokenModuleException(ModuleProblem.of(Kind.UNSAFE_PATH, entry.getName()), e);
        }
    }

    private static long copy(InputStream in, OutputStream out, long most, String name)
            throws BrokenModuleException, IOException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            total += read;
            if (total > most) {
                throw new BrokenModuleException(ModuleProblem.of(Kind.TOO_BIG, name));
            }
            out.write(buffer, 0, read);
        }
        return total;
    }
}
