package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Stores who is in the groups that users and tokens are limited to. */
@ApplicationScoped
public class PeopleLimitRepository {

    /**
     * How it stands with a group's members.
     *
     * @param readAt when they were read last; empty if they never were
     * @param problemCode why the last try failed; empty text if it didn't
     */
    public record Standing(Optional<Instant> readAt, Instant triedAt, String problemCode) {}

    private static final String LIMITED = """
            select limit_connection_id as connection_id, limit_group_id as group_id,
              coalesce(limit_group_name, '') as group_name from portal_user where limit_group_id is not null
            union
            select limit_connection_id, limit_group_id, coalesce(limit_group_name, '') from api_token
              where limit_group_id is not null and revoked_at is null
            """;

    private final Jdbi jdbi;

    protected PeopleLimitRepository() {
        this(null);
    }

    @Inject
    public PeopleLimitRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The groups that somebody is limited to, each once. */
    public Collection<PeopleLimit> inUse() {
        return jdbi
                .withHandle(handle -> handle.createQuery(LIMITED)
                        .map((row, context) -> new PeopleLimit(row.getLong(1), row.getString(2), row.getString(3)))
                        .list())
                .stream()
                .collect(Collectors.toMap(
                        limit -> List.of(limit.connectionId(), limit.groupId()), limit -> limit, (one, same) -> one))
                .values();
    }

    public Optional<Standing> standing(PeopleLimit limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select read_at, tried_at, coalesce(problem_code, '') as problem_code from people_limit"
                                + " where connection_id = :connection and group_id = :group")
                .bind("connection", limit.connectionId())
                .bind("group", limit.groupId())
                .map(ConstructorMapper.of(Standing.class))
                .findOne());
    }

    /** Puts the members as just read in place of those that were known. */
    public void keep(PeopleLimit limit, Set<String> members, Instant now) {
        jdbi.useTransaction(handle -> {
            tried(handle, limit, now, Optional.empty());
            handle.createUpdate(
                            "delete from people_limit_member where connection_id = :connection and group_id = :group")
                    .bind("connection", limit.connectionId())
                    .bind("group", limit.groupId())
                    .execute();
            add(handle, limit, members);
        });
    }

    /** The members couldn't be read: those that are known stay. */
    public void failed(PeopleLimit limit, String code, Instant now) {
        String shown = code.length() <= 80 ? code : code.substring(0, 80);
        jdbi.useTransaction(handle -> tried(handle, limit, now, Optional.of(shown)));
    }

    /** Nodes that read the same group at once wait for each other at its row. */
    private static void tried(Handle handle, PeopleLimit limit, Instant now, Optional<String> problem) {
        if (update(handle, limit, now, problem) == 0) {
            handle.createUpdate("insert into people_limit (connection_id, group_id, tried_at)"
                            + " values (:connection, :group, :now)")
                    .bind("connection", limit.connectionId())
                    .bind("group", limit.groupId())
                    .bind("now", now)
                    .execute();
            update(handle, limit, now, problem);
        }
    }

    private static int update(Handle handle, PeopleLimit limit, Instant now, Optional<String> problem) {
        String read = problem.isEmpty() ? ", read_at = :now" : "";
        return handle.createUpdate("update people_limit set tried_at = :now, problem_code = :problem" + read
                        + " where connection_id = :connection and group_id = :group")
                .bind("problem", problem)
                .bind("connection", limit.connectionId())
                .bind("group", limit.groupId())
                .bind("now", now)
                .execute();
    }

    private static void add(Handle handle, PeopleLimit limit, Set<String> members) {
        if (members.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("insert into people_limit_member"
                + " (connection_id, group_id, account_id) values (:connection, :group, :account)")) {
            members.forEach(member -> batch.bind("connection", limit.connectionId())
                    .bind("group", limit.groupId())
                    .bind("account", member)
                    .add());
            batch.execute();
        }
    }
}
