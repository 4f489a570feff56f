package org.photobridge.portal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.photobridge.portal.connection.ConnectionService;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.PeopleGroups;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.ProviderException;

/** Offers the directories' groups to those who limit accounts to one. */
@ApplicationScoped
class LimitGroups implements PeopleGroups {
    @Inject
    private ConnectionService connections;

    @Inject
    private GroupFinder finder;

    @Override
    public List<Source> sources() {
        Access.require(Role.ADMIN);
        return connections.list().stream()
                .filter(connection -> connection.role() == ProviderRole.SOURCE)
                .map(connection -> new Source(connection.id(), connection.name()))
                .toList();
    }

    @Override
    public List<Choice> find(long connectionId, String text) {
        Access.require(Role.ADMIN);
        try {
            return finder.find(connectionId, text).stream()
                    .map(group -> new Choice(group.id(), group.name()))
                    .toList();
        } catch (ProviderException e) {
            throw new NoAnswerException(e.getMessage(), e);
        }
    }
}
