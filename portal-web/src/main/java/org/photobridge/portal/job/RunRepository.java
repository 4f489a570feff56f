package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.Sight;

/** Reads runs, one or many. */
@ApplicationScoped
public class RunRepository {

    static final String SELECT = """
            select id, request_id, plan_id, plan_name, kind, lane, scope_kind, scope_label, trigger_kind, actor_name,
              coalesce(reason, '') as reason, started_by_run, state, epoch, requested_at, started_at, finished_at,
              waiting_until, coalesce(waiting_for, '') as waiting_for,
              coalesce(problem_category, '') as problem_category, coalesce(problem_code, '') as problem_code,
              coalesce(problem_message, '') as problem_message, coalesce(step, '') as step, counts, total, listed,
              times_waited, cancel_requested, pause_requested
            from run
            """;

    static final ColumnMapper<RunCounts> COUNTS = (row, column, context) -> RunCountsJson.read(row.getString(column));

    private final Jdbi jdbi;

    protected RunRepository() {
        this(null);
    }

    @Inject
    public RunRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<RunRow> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where id = :id" + inSight())
                .bindMap(sightValues())
                .bind("id", id)
                .registerColumnMapper(RunCounts.class, COUNTS)
                .map(ConstructorMapper.of(RunRow.class))
                .findOne());
    }

    /** Whom a run was asked for: stable ids of people, or one group's; none for everybody. */
    record Asked(long runId, ScopeKind kind, List<String> ids, long sourceConnection) {}

    /** Whom these runs were asked for, those of plans that there still are. */
    List<Asked> asked(Collection<Long> runIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select q.run_id, q.scope_kind, q.scope, p.source_connection_id from sync_request q
                        join sync_plan p on p.id = q.plan_id where q.run_id in (<runs>)""")
                .bindList("runs", List.copyOf(runIds))
                .map((row, context) -> new Asked(
                        row.getLong(1),
                        ScopeKind.valueOf(row.getString(2)),
                        RequestRepository.ids(row.getString(3)),
                        row.getLong(4)))
                .list());
    }

    /** One page of runs, the latest first. */
    public List<RunRow> find(RunFilter filter, int first, int size) {
        String sql =
                SELECT + where(filter) + inSight() + " order by id desc offset :first rows fetch next :size rows only";
        return jdbi.withHandle(handle -> bound(handle, sql, filter)
                .bind("first", first)
                .bind("size", size)
                .registerColumnMapper(RunCounts.class, COUNTS)
                .map(ConstructorMapper.of(RunRow.class))
                .list());
    }

    public long count(RunFilter filter) {
        return jdbi.withHandle(handle -> bound(handle, "select count(*) from run" + where(filter) + inSight(), filter)
                .mapTo(Long.class)
                .one());
    }

    /** The plan's runs that haven't ended, the oldest first. */
    public List<RunRow> unfinished() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT
                        + " where state in ('QUEUED', 'RUNNING', 'WAITING', 'PAUSED', 'AWAITING_APPROVAL')"
                        + inSight() + " order by id")
                .bindMap(sightValues())
                .registerColumnMapper(RunCounts.class, COUNTS)
                .map(ConstructorMapper.of(RunRow.class))
                .list());
    }

    /**
     * Runs that concern people whom the caller may see: all of their source's, those over their group, those they asked
     * for, and those that met one of them. Every query of this class says so.
     */
    private static String inSight() {
        return Sight.current()
                .and("""
                and exists (select 1 from sync_plan sight_plan
                  where sight_plan.id = run.plan_id and sight_plan.source_connection_id = :sightConnection)
                and (run.scope_kind = 'ALL' or (run.actor_name = :sightActor and run.trigger_kind = :sightTrigger)
                  or exists (select 1 from sync_request sight_request where sight_request.run_id = run.id
                    and sight_request.scope_kind = 'GROUP' and sight_request.scope = :sightScope)
                  or exists (select 1 from run_outcome sight_outcome where sight_outcome.run_id = run.id and %s)
                  or exists (select 1 from photo_state sight_state where sight_state.last_run_id = run.id
                    and sight_state.source_connection_id = :sightConnection and %s))
                """.formatted(Sight.member("sight_outcome.account_id"), Sight.member("sight_state.account_id")));
    }

    private static Map<String, Object> sightValues() {
        Map<String, Object> values = new HashMap<>(Sight.current().values());
        if (!values.isEmpty()) {
            Actor actor = Caller.current().actor();
            values.put("sightActor", actor.name());
            values.put("sightTrigger", TriggerKind.of(actor.kind()).name());
            values.put("sightScope", RequestRepository.json(List.of((String) values.get("sightGroup"))));
        }
        return values;
    }

    private static Query bound(Handle handle, String sql, RunFilter filter) {
        Query query = handle.createQuery(sql).bindMap(sightValues());
        filter.planId().ifPresent(plan -> query.bind("plan", plan));
        if (!filter.kinds().isEmpty()) {
            query.bindList("kinds", List.copyOf(filter.kinds()));
        }
        if (!filter.states().isEmpty()) {
            query.bindList("states", List.copyOf(filter.states()));
        }
        return query;
    }

    private static String where(RunFilter filter) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        if (filter.planId().isPresent()) {
            where.append(" and plan_id = :plan");
        }
        if (!filter.kinds().isEmpty()) {
            where.append(" and kind in (<kinds>)");
        }
        if (!filter.states().isEmpty()) {
            where.append(" and state in (<states>)");
        }
        if (filter.bulkOnly()) {
            where.append(" and lane = 'BULK'");
        }
        return where.toString();
    }
}
