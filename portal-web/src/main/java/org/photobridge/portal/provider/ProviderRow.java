package org.photobridge.portal.provider;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.photobridge.spi.Capability;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.LocalText;

/**
 * One line of the providers page.
 *
 * @param name what it calls itself; its id if it can't be used
 * @param descriptions one sentence for each role
 * @param capabilities what it can do beyond the minimum, as it is connected
 * @param problems text keys and details of what is wrong or odd
 */
public record ProviderRow(
        String id,
        String version,
        LocalText name,
        List<LocalText> descriptions,
        Set<ProviderRole> roles,
        boolean usable,
        List<Problem> problems,
        List<String> usedBy,
        List<Capability> capabilities) {

    /** A reason as the page's texts know it. */
    public record Problem(String key, String detail) implements Serializable {}

    static ProviderRow of(ProviderState state, List<String> usedBy, List<Capability> capabilities) {
        List<EndFactory> ends = state.module().stream()
                .flatMap(module ->
                        List.of(ProviderRole.values()).stream().flatMap(role -> module.factory(role).stream()))
                .toList();
        return new ProviderRow(
                state.id(),
                state.version(),
                ends.isEmpty()
                        ? LocalText.of(state.id())
                        : ends.get(0).descriptor().name(),
                ends.stream().map(end -> end.descriptor().description()).toList(),
                roles(state),
                state.isUsable(),
                state.problems().stream()
                        .map(problem -> new Problem(
                                "providers.problem." + problem.kind().name(), problem.detail()))
                        .toList(),
                usedBy,
                capabilities);
    }

    private static Set<ProviderRole> roles(ProviderState state) {
        Set<ProviderRole> roles = new TreeSet<>();
        for (ProviderRole role : ProviderRole.values()) {
            if (state.module().flatMap(module -> module.factory(role)).isPresent()) {
                roles.add(role);
            }
        }
        return roles;
    }
}
