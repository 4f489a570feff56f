package org.photobridge.portal.provider;

import java.util.List;
import java.util.Optional;

/**
 * How loading a module went.
 *
 * @param module the module, if it can be used
 * @param problems why it can't; or, of a usable one, what is odd about it
 */
public record ModuleStatus(ProviderKey key, Optional<LoadedModule> module, List<ModuleProblem> problems) {

    public ModuleStatus {
        problems = List.copyOf(problems);
    }

    static ModuleStatus usable(LoadedModule module, List<ModuleProblem> oddities) {
        return new ModuleStatus(module.key(), Optional.of(module), oddities);
    }

    static ModuleStatus broken(ProviderKey key, ModuleProblem problem) {
        return new ModuleStatus(key, Optional.empty(), List.of(problem));
    }

    public boolean isUsable() {
        return module.isPresent();
    }
}
