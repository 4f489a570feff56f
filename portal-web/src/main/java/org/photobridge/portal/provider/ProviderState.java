package org.photobridge.portal.provider;

import java.util.List;
import java.util.Optional;

/**
 * One provider as this portal has it.
 *
 * @param id the provider; of a zip that couldn't be installed its file name
 * @param version the version in use; empty if there is none
 * @param module what can be used of it
 * @param problems why it can't be used, or what is odd about it
 */
public record ProviderState(String id, String version, Optional<LoadedModule> module, List<ModuleProblem> problems) {

    static ProviderState refused(String file, ModuleProblem problem) {
        return new ProviderState(file, "", Optional.empty(), List.of(problem));
    }

    public boolean isUsable() {
        return module.isPresent();
    }
}
