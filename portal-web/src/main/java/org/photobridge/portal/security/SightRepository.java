package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Tells of people who were found elsewhere than in the database whether the caller of the moment may see them. */
@ApplicationScoped
public class SightRepository {

    /** Databases bound the number of values that one query may name. */
    private static final int AT_ONCE = 500;

    private final Jdbi jdbi;

    protected SightRepository() {
        this(null);
    }

    @Inject
    public SightRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public boolean sees(long sourceConnection, String accountId) {
        return among(sourceConnection, List.of(accountId)).contains(accountId);
    }

    /** Who of these the caller may see. */
    public Set<String> among(long sourceConnection, Collection<String> accountIds) {
        Sight sight = Sight.current();
        if (!sight.isLimited()) {
            return Set.copyOf(accountIds);
        }
        if (!sight.reaches(sourceConnection)) {
            return Set.of();
        }
        List<String> asked = new ArrayList<>(accountIds);
        Set<String> seen = new HashSet<>();
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            seen.addAll(members(sight, asked.subList(from, Math.min(asked.size(), from + AT_ONCE))));
        }
        return seen;
    }

    private List<String> members(Sight sight, List<String> some) {
        return jdbi.withHandle(handle -> handle.createQuery("select m.account_id from people_limit_member m"
                        + " where m.connection_id = :sightConnection and m.group_id = :sightGroup"
                        + " and m.account_id in (<some>) and " + Sight.member("m.account_id"))
                .bindMap(sight.values())
                .bindList("some", some)
                .mapTo(String.class)
                .list());
    }
}
