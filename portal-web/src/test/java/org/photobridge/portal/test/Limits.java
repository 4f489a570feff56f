package org.photobridge.portal.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.PeopleLimit;
import org.photobridge.portal.security.PeopleLimitRepository;
import org.photobridge.portal.security.Role;

/** A helpdesk that is limited to a group of people, for tests of queries. */
public final class Limits {

    /** Source connection, target connection and plan that {@link #plan} makes. */
    public static final long SOURCE = 1;

    public static final long TARGET = 2;
    public static final long PLAN = 9;

    public static final PeopleLimit HELPDESK = new PeopleLimit(SOURCE, "helpdesk-group", "Helpdesk");

    private Limits() {}

    /** An operator who may see these people only, whom the directory has just listed. */
    public static Caller helpdesk(TestDatabase database, String... members) {
        return helpdesk(database, Instant.now(), members);
    }

    /** The same, but the directory listed them a while ago. */
    public static Caller helpdesk(TestDatabase database, Duration ago, String... members) {
        return helpdesk(database, Instant.now().minus(ago), members);
    }

    private static Caller helpdesk(TestDatabase database, Instant readAt, String... members) {
        new PeopleLimitRepository(Jdbi.create(database.dataSource())).keep(HELPDESK, Set.of(members), readAt);
        return operator(HELPDESK);
    }

    public static Caller operator(PeopleLimit limit) {
        return new Caller(Actor.user("hana"), Set.of(Role.OPERATOR), Optional.empty(), Optional.of(limit));
    }

    /** A plan between two connections. */
    public static void plan(TestDatabase database) {
        Jdbi.create(database.dataSource()).useHandle(handle -> {
            for (long id : new long[] {SOURCE, TARGET}) {
                handle.execute(
                        "insert into provider_connection (id, version, name, provider_id, role, proxy, extra_ca,"
                                + " confirmed_route, changed_at) values (?, 0, ?, 'p', 'source', '', '', '',"
                                + " current_timestamp)",
                        id,
                        "connection " + id);
            }
            handle.execute(
                    "insert into sync_plan (id, version, name, source_connection_id, target_connection_id, enabled,"
                            + " trial, not_ours, on_removal, keep_better, excluded_facts, look_again_days,"
                            + " guard_percent, fewest_people, scheduled, run_days, run_time, run_zone, changed_at)"
                            + " values (?, 0, 'Everybody', ?, ?, true, false, 'OVERWRITE', 'LEAVE', true, '', 14, 10, 0,"
                            + " false, '', '', '', current_timestamp)",
                    PLAN,
                    SOURCE,
                    TARGET);
        });
    }
}
