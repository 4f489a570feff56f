package org.photobridge.portal.security;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/** A {@link PeopleLimit} as a user's row keeps it: all three columns, or none. */
@Embeddable
class LimitColumns {
    @Column(name = "limit_connection_id")
    private Long connectionId;

    @Column(name = "limit_group_id")
    private String groupId;

    @Column(name = "limit_group_name")
    private String groupName;

    /** For JPA, and for no limit. */
    protected LimitColumns() {}

    static LimitColumns of(Optional<PeopleLimit> limit) {
        LimitColumns columns = new LimitColumns();
        columns.connectionId = limit.map(PeopleLimit::connectionId).orElse(null);
        columns.groupId = limit.map(PeopleLimit::groupId).orElse(null);
        columns.groupName = limit.map(PeopleLimit::groupName).orElse(null);
        return columns;
    }

    Optional<PeopleLimit> limit() {
        return connectionId == null ? Optional.empty() : Optional.of(new PeopleLimit(connectionId, groupId, groupName));
    }
}
