package org.photobridge.portal.provider;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.photobridge.portal.provider.ModuleProblem.Kind;
import org.photobridge.spi.SpiVersion;

/** Who a module is and which contract it was made for, read from its jars before any of its classes is loaded. */
record ModuleManifest(ProviderKey key, SpiVersion spi) {
    private static final String ID = "Photobridge-Provider-Id";
    private static final String VERSION = "Photobridge-Provider-Version";
    private static final String SPI = "Photobridge-Spi-Version";

    /** Reads the one manifest among the jars that names a provider. */
    static ModuleManifest read(List<Path> jars) throws BrokenModuleException {
        List<Attributes> named = new ArrayList<>();
        for (Path jar : jars) {
            attributes(jar)
                    .filter(attributes -> attributes.getValue(ID) != null)
                    .ifPresent(named::add);
        }
        if (named.isEmpty()) {
            throw new BrokenModuleException(ModuleProblem.of(jars.isEmpty() ? Kind.NO_JARS : Kind.NO_MANIFEST, ID));
        }
        if (named.size() > 1) {
            throw new BrokenModuleException(ModuleProblem.of(Kind.TWO_MANIFESTS, ID));
        }
        return of(named.get(0));
    }

    /** Refuses a module that was made for another contract than this portal implements. */
    void requireCompatible() throws BrokenModuleException {
        if (!SpiVersion.CURRENT.accepts(spi)) {
            throw new BrokenModuleException(ModuleProblem.of(Kind.NEWER_CONTRACT, spi + " / " + SpiVersion.CURRENT));
        }
    }

    private static Optional<Attributes> attributes(Path jar) throws BrokenModuleException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest()).map(Manifest::getMainAttributes);
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            throw new BrokenModuleException(
                    ModuleProblem.of(Kind.CORRUPT_JAR, jar.getFileName().toString()), e);
        }
    }

    private static ModuleManifest of(Attributes attributes) throws BrokenModuleException {
        String id = value(attributes, ID);
        String version = value(attributes, VERSION);
        if (!ProviderKey.isId(id)) {
            throw bad(ID, id);
        }
        if (!ProviderKey.isVersion(version)) {
            throw bad(VERSION, version);
        }
        return new ModuleManifest(new ProviderKey(id, version), spi(value(attributes, SPI)));
    }

    private static SpiVersion spi(String text) throws BrokenModuleException {
        try {
            return SpiVersion.parse(text);
        } catch (IllegalArgumentException e) {
            throw bad(SPI, text);
        }
    }

    private static String value(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value.trim();
    }

    private static BrokenModuleException bad(String name, String value) {
        return new BrokenModuleException(ModuleProblem.of(Kind.BAD_MANIFEST, name + ": '" + value + "'"));
    }
}
