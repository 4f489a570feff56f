package org.photobridge.portal.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.Capability;

/** What people see of the installed providers. */
@ApplicationScoped
public class ProviderService {
    @Inject
    private ProviderRegistry registry;

    @Inject
    private Instance<ProviderUse> uses;

    /** Every provider, usable or not. */
    public List<ProviderRow> list() {
        Access.require(Role.VIEWER);
        return registry.list().stream()
                .map(state -> ProviderRow.of(state, usersOf(state.id()), capabilitiesOf(state.id())))
                .toList();
    }

    private List<Capability> capabilitiesOf(String id) {
        return uses.stream()
                .flatMap(use -> use.capabilitiesOf(id).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> usersOf(String id) {
        return uses.stream().flatMap(use -> use.usersOfProvider(id).stream()).toList();
    }
}
