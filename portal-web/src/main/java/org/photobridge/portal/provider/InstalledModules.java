package org.photobridge.portal.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.photobridge.portal.provider.ModuleProblem.Kind;
import org.photobridge.portal.provider.ModuleStore.IfDifferent;

/** The modules of this machine: those that came with the portal are installed like any other, then all are loaded. */
final class InstalledModules {
    private static final Logger LOG = System.getLogger(InstalledModules.class.getName());

    private final ModuleStore store;
    private final ModuleLoader loader;
    private final ActiveVersionRepository active;
    private final Map<ProviderKey, ModuleStatus> loaded = new ConcurrentHashMap<>();
    private volatile List<String> cameWithUs = List.of();
    private final Map<String, ModuleProblem> refused = new ConcurrentHashMap<>();

    InstalledModules(ModuleStore store, ModuleLoader loader, ActiveVersionRepository active) {
        this.store = store;
        this.loader = loader;
        this.active = active;
    }

    /** Installs the zips of a folder, then loads every provider's active version. */
    void start(Path bundled) {
        List<ModuleFolder> before = installed();
        cameWithUs = zips(bundled).stream().map(InstalledModules::idOf).toList();
        zips(bundled).forEach(zip -> installBundled(zip, before));
        activateWhatHasNoVersion();
        active.all().forEach((id, version) -> status(new ProviderKey(id, version)));
    }

    /** The active version of a provider, if it can be used. */
    Optional<LoadedModule> find(String id) {
        return Optional.ofNullable(active.all().get(id))
                .flatMap(version -> status(new ProviderKey(id, version)).module());
    }

    /** Whether every provider that came with the portal can be used. */
    boolean bundledAreUsable() {
        return cameWithUs.stream().allMatch(id -> find(id).isPresent());
    }

    /** A bundled zip is named by its provider. */
    private static String idOf(Path zip) {
        return zip.getFileName().toString().replace(".zip", "");
    }

    /** The active version of every provider, and every zip that couldn't even be installed. */
    List<ProviderState> states() {
        List<ProviderState> states = new ArrayList<>();
        active.all().forEach((id, version) -> states.add(state(new ProviderKey(id, version))));
        refused.forEach((file, problem) -> states.add(ProviderState.refused(file, problem)));
        return states;
    }

    private ProviderState state(ProviderKey key) {
        ModuleStatus status = status(key);
        return new ProviderState(key.id(), key.version(), status.module(), status.problems());
    }

    private ModuleStatus status(ProviderKey key) {
        return loaded.computeIfAbsent(key, this::load);
    }

    private ModuleStatus load(ProviderKey key) {
        return installed().stream()
                .filter(folder -> folder.key().equals(key))
                .findFirst()
                .map(loader::load)
                .orElseGet(() -> ModuleStatus.broken(key, ModuleProblem.of(Kind.NOT_INSTALLED, key.version())));
    }

    /** A version that this portal brings for the first time becomes the one in use: a newer portal, newer providers. */
    private void installBundled(Path zip, List<ModuleFolder> before) {
        try {
            ModuleFolder folder = store.install(zip, IfDifferent.REPLACE);
            if (!before.contains(folder)) {
                active.activate(folder.key());
            }
        } catch (BrokenModuleException e) {
            refuse(zip, e.problem(), e);
        } catch (IOException e) {
            refuse(zip, ModuleProblem.of(Kind.NOT_READABLE, e.toString()), e);
        }
    }

    private void refuse(Path zip, ModuleProblem problem, Exception cause) {
        LOG.log(Level.WARNING, "The provider in " + zip + " can't be installed: " + problem, cause);
        refused.put(zip.getFileName().toString(), problem);
    }

    private void activateWhatHasNoVersion() {
        Map<String, String> versions = active.all();
        installed().stream()
                .map(ModuleFolder::key)
                .filter(key -> !versions.containsKey(key.id()))
                .forEach(active::activate);
    }

    private List<ModuleFolder> installed() {
        try {
            return store.installed();
        } catch (IOException e) {
            throw new UncheckedIOException("The providers' folder can't be read", e);
        }
    }

    private static List<Path> zips(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled providers can't be read", e);
        }
    }
}
