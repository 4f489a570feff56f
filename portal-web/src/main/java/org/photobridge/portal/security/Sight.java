package org.photobridge.portal.security;

import java.util.Map;
import java.util.Optional;

/**
 * The one condition that every query about people carries, so that whoever is limited to a group finds nobody else.
 *
 * <p>It asks the members as last read from the directory. If they were never read, or not for {@value #HOURS} hours,
 * nobody is in sight: the directory may have changed since.
 */
public final class Sight {
    /** How long the members as last read hold. */
    static final int HOURS = 24;

    private static final Sight EVERYBODY = new Sight(Optional.empty());

    private final Optional<PeopleLimit> limit;

    private Sight(Optional<PeopleLimit> limit) {
        this.limit = limit;
    }

    /** What the caller on this thread may see. */
    public static Sight current() {
        Optional<PeopleLimit> limit = Caller.current().limit();
        return limit.isEmpty() ? EVERYBODY : new Sight(limit);
    }

    public boolean isLimited() {
        return limit.isPresent();
    }

    /** Whether people of this source may be in sight. */
    public boolean reaches(long sourceConnection) {
        return limit.map(group -> group.connectionId() == sourceConnection).orElse(true);
    }

    /** Whether this group as a whole is in sight. */
    public boolean covers(long sourceConnection, String groupId) {
        return reaches(sourceConnection)
                && limit.map(group -> group.groupId().equals(groupId)).orElse(true);
    }

    /**
     * What to hang on a query's conditions; empty text for whoever sees everybody.
     *
     * @param connection the column, or the number, of the source connection
     * @param account the column with the source's stable id of a person
     */
    public String and(String connection, String account) {
        return and("and " + connection + " = :sightConnection and " + member(account));
    }

    /** Hangs any condition that names {@code :sightConnection} or {@code :sightGroup} on a query of a limited caller. */
    public String and(String condition) {
        return isLimited() ? " " + condition : "";
    }

    /** Whether the column names a member: a part of a condition for {@link #and(String)}. */
    public static String member(String account) {
        return "exists (select 1 from people_limit_member sight join people_limit sight_of"
                + " on sight_of.connection_id = sight.connection_id and sight_of.group_id = sight.group_id"
                + " where sight.connection_id = :sightConnection and sight.group_id = :sightGroup"
                + " and sight.account_id = " + account
                + " and sight_of.read_at > current_timestamp - interval '" + HOURS + "' hour)";
    }

    /** What the condition names, to be bound to the query; empty for whoever sees everybody. */
    public Map<String, Object> values() {
        return limit.<Map<String, Object>>map(
                        group -> Map.of("sightConnection", group.connectionId(), "sightGroup", group.groupId()))
                .orElse(Map.of());
    }
}
