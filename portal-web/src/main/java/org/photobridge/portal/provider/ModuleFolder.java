package org.photobridge.portal.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.photobridge.portal.provider.ModuleProblem.Kind;

/** One installed version of one provider: a folder {@code <home>/providers/<id>/<version>} with jars in it. */
record ModuleFolder(ProviderKey key, Path path) {

    /** The jars, by name, so that the class path is the same on every machine. */
    List<Path> jars() throws BrokenModuleException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BrokenModuleException(ModuleProblem.of(Kind.NOT_READABLE, e.toString()), e);
        }
    }
}
