package org.photobridge.portal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.photobridge.portal.connection.Connections;
import org.photobridge.portal.provider.EndLease;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.Capability;
import org.photobridge.spi.Group;
import org.photobridge.spi.GroupQuery;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.ProviderException;

/** Looks for groups in a source's directory, live. */
@ApplicationScoped
public class GroupFinder {
    private static final int MOST = 20;

    @Inject
    private Connections connections;

    /** What a group is called; its id if the directory doesn't know it, or can't be asked. */
    public String nameOf(long sourceConnection, String id) {
        Access.require(Role.ADMIN);
        try (EndLease<PhotoSource> lease = connections.openSource(sourceConnection)) {
            return lease.end().capabilities().contains(Capability.GROUPS) ? nameOf(lease.end(), id) : id;
        } catch (ProviderException e) {
            return id;
        }
    }

    /** Why the directory couldn't be asked, in the words of its error catalogue if it has any. */
    public String explain(long sourceConnection, ProviderException problem, Locale locale) {
        Access.require(Role.ADMIN);
        return connections
                .explain(sourceConnection, problem.code())
                .map(entry -> entry.cause().get(locale))
                .orElse(problem.getMessage());
    }

    private String nameOf(PhotoSource source, String id) {
        return source
                .listGroups(GroupQuery.byId(id), PageRequest.first(1), connections.shortCall("groups"))
                .groups()
                .stream()
                .findFirst()
                .map(Group::name)
                .orElse(id);
    }

    /**
     * The first groups whose name begins with a text.
     *
     * @throws ProviderException if the directory can't be asked
     */
    public List<Group> find(long sourceConnection, String text) {
        Access.require(Role.ADMIN);
        try (EndLease<PhotoSource> lease = connections.openSource(sourceConnection)) {
            if (!lease.end().capabilities().contains(Capability.GROUPS)) {
                return List.of();
            }
            GroupQuery query = text.isBlank() ? GroupQuery.all() : GroupQuery.search(text.strip());
            return lease.end()
                    .listGroups(query, PageRequest.first(MOST), connections.shortCall("groups"))
                    .groups();
        }
    }
}
