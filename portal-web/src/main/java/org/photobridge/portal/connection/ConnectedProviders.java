package org.photobridge.portal.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.photobridge.portal.provider.ProviderUse;
import org.photobridge.spi.Capability;
import org.photobridge.spi.ProviderException;

/** Tells the providers page which connections use a provider, and what it can do in them. */
@ApplicationScoped
public class ConnectedProviders implements ProviderUse {
    private static final Logger LOG = System.getLogger(ConnectedProviders.class.getName());

    @Inject
    private ConnectionService connections;

    @Inject
    private Connections ends;

    @Override
    public List<String> usersOfProvider(String providerId) {
        return of(providerId).stream().map(ConnectionView::name).toList();
    }

    @Override
    public Set<Capability> capabilitiesOf(String providerId) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        of(providerId).forEach(connection -> capabilities.addAll(capabilities(connection.id())));
        return capabilities;
    }

    private List<ConnectionView> of(String providerId) {
        return connections.list().stream()
                .filter(connection -> connection.providerId().equals(providerId))
                .toList();
    }

    /** A connection that can't be opened tells nothing here; its own page says why. */
    private Set<Capability> capabilities(long connection) {
        try {
            return ends.capabilities(connection);
        } catch (ProviderException e) {
            LOG.log(Level.DEBUG, "The capabilities of connection " + connection + " are unknown", e);
            return Set.of();
        }
    }
}
