package org.photobridge.portal.security;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Messages;

/** The choice of the one group of people that an account or a token may see, inside their forms. */
@Named
@ViewScoped
public class LimitPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleGroups groups;

    private boolean limited;
    private Long connection;
    private String search;
    private String groupId;
    private String groupName;
    private transient List<PeopleGroups.Choice> found;

    void use(Optional<PeopleLimit> limit) {
        limited = limit.isPresent();
        limit.ifPresent(known -> {
            connection = known.connectionId();
            groupId = known.groupId();
            groupName = known.groupName();
        });
    }

    /** What was chosen; empty for everybody. */
    Optional<PeopleLimit> limit() {
        return limited && groupId != null
                ? Optional.of(new PeopleLimit(connection, groupId, groupName))
                : Optional.empty();
    }

    /** A limit was wanted, and no group chosen: that must not end as none. */
    boolean isHalfChosen() {
        return limited && groupId == null;
    }

    public void find() {
        if (connection == null) {
            Messages.addGlobalWarn("limit.connection.first");
            return;
        }
        try {
            found = groups.find(connection, search == null ? "" : search);
            if (found.isEmpty()) {
                Messages.addGlobalWarn("limit.none");
            }
        } catch (PeopleGroups.NoAnswerException e) {
            Messages.addGlobalError("limit.groups-failed", e.getMessage());
        }
    }

    public void choose(String id, String name) {
        groupId = id;
        groupName = name;
        found = null;
    }

    /** Groups of another directory mean nothing here. */
    public void connectionChanged() {
        groupId = null;
        groupName = null;
        found = null;
    }

    public List<PeopleGroups.Source> getSources() {
        return groups.sources();
    }

    public List<PeopleGroups.Choice> getFound() {
        return found == null ? List.of() : found;
    }

    public boolean isLimited() {
        return limited;
    }

    public void setLimited(boolean limited) {
        this.limited = limited;
    }

    public Long getConnection() {
        return connection;
    }

    public void setConnection(Long connection) {
        this.connection = connection;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public String getGroupName() {
        return groupName;
    }
}
