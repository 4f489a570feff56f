package org.photobridge.portal.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.platform.Sequences;
import org.photobridge.portal.platform.StorageException;

/** Stores requests, each with the run that will execute it. */
@ApplicationScoped
public class RequestRepository {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private static final String INSERT_REQUEST = """
            insert into sync_request (id, plan_id, kind, scope_kind, scope, scope_label, lane, trigger_kind, actor_name,
              replace_anyway, approved, reason, started_by_run, requested_at, waiting_key, run_id)
            values (:request, :plan, :kind, :scopeKind, :scope, :scopeLabel, :lane, :trigger, :actor, :replace,
              :approved, :reason, :startedBy, :now, :key, :run)""";

    private static final String INSERT_RUN = """
            insert into run (id, request_id, plan_id, plan_name, kind, lane, scope_kind, scope_label, trigger_kind,
              actor_name, reason, started_by_run, state, epoch, requested_at, total, counts, times_waited,
              cancel_requested, pause_requested)
            values (:run, :request, :plan, :planName, :kind, :lane, :scopeKind, :scopeLabel, :trigger, :actor, :reason,
              :startedBy, 'QUEUED', 0, :now, :total, :counts, 0, false, false)""";

    /** Who asks, from where, and for which plan. */
    record Origin(String planName, TriggerKind trigger, String actor, Lane lane, Instant at) {}

    private final Jdbi jdbi;

    protected RequestRepository() {
        this(null);
    }

    @Inject
    public RequestRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Lets one transaction at a time ask for runs of the plan, so that the second of two equal requests finds the first. */
    void inTurn(long planId) {
        jdbi.useHandle(handle -> handle.createQuery("select id from sync_plan where id = :plan for update")
                .bind("plan", planId)
                .mapTo(Long.class)
                .findOne());
    }

    /** The run of an equal request that still waits. */
    public Optional<Long> waiting(Asking asking) {
        return jdbi.withHandle(handle -> handle.createQuery("select run_id from sync_request where waiting_key = :key")
                .bind("key", asking.equalityKey())
                .mapTo(Long.class)
                .findOne());
    }

    /** Stores the request and its queued run; the caller's transaction fails if an equal request waits by now. */
    public long insert(Asking asking, Origin origin) {
        return jdbi.withHandle(handle -> {
            long request = next(handle, "sync_request_seq");
            long run = next(handle, "run_seq");
            insert(handle, INSERT_REQUEST, asking, origin, request, run);
            insert(handle, INSERT_RUN, asking, origin, request, run);
            return run;
        });
    }

    /** Whom the run's request is about. */
    public Scope scope(long runId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select scope_kind, scope, scope_label from sync_request where run_id = :run")
                .bind("run", runId)
                .map((row, context) ->
                        new Scope(ScopeKind.valueOf(row.getString(1)), ids(row.getString(2)), row.getString(3)))
                .one());
    }

    /** What the request allows beyond the plan's rules. */
    record Allowance(boolean replaceAnyway, boolean approved) {}

    Allowance allowance(long runId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select replace_anyway, approved from sync_request where run_id = :run")
                        .bind("run", runId)
                        .map((row, context) -> new Allowance(row.getBoolean(1), row.getBoolean(2)))
                        .one());
    }

    /** From now on the run's request waits no longer: an equal one is a follow-up. */
    void startWorking(long runId) {
        jdbi.useHandle(handle -> handle.createUpdate("update sync_request set waiting_key = null where run_id = :run")
                .bind("run", runId)
                .execute());
    }

    /** A person has approved what the guards held. */
    void approve(long runId) {
        jdbi.useHandle(handle -> handle.createUpdate("update sync_request set approved = true where run_id = :run")
                .bind("run", runId)
                .execute());
    }

    /**
     * A person has approved what the guards would hold, by asking for the same again.
     *
     * @return whether that is new; false also if none waits any more
     */
    boolean approveWaiting(Asking asking) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update sync_request set approved = true where waiting_key = :key and approved = false")
                        .bind("key", asking.equalityKey())
                        .execute()
                == 1);
    }

    private static long next(Handle handle, String sequence) {
        try {
            return Sequences.next(handle.getConnection(), sequence);
        } catch (SQLException e) {
            throw new StorageException("No new id from " + sequence, e);
        }
    }

    private static void insert(Handle handle, String sql, Asking asking, Origin origin, long request, long run) {
        Scope scope = asking.scope();
        handle.createUpdate(sql)
                .bind("request", request)
                .bind("run", run)
                .bind("plan", asking.planId())
                .bind("planName", origin.planName())
                .bind("kind", asking.kind())
                .bind("scopeKind", scope.kind())
                .bind("scope", json(scope.ids()))
                .bind("scopeLabel", scope.label())
                .bind("lane", origin.lane())
                .bind("trigger", origin.trigger())
                .bind("actor", origin.actor())
                .bind("replace", asking.replaceAnyway())
                .bind("approved", asking.approved())
                .bind("reason", asking.reason())
                .bind("startedBy", asking.startedByRun())
                .bind("now", origin.at())
                .bind("key", asking.equalityKey())
                .bind("total", total(scope))
                .bind("counts", RunCountsJson.write(RunCounts.NONE))
                .execute();
    }

    private static Optional<Long> total(Scope scope) {
        boolean named = scope.kind() == ScopeKind.ACCOUNT || scope.kind() == ScopeKind.LIST;
        return named ? Optional.of((long) scope.ids().size()) : Optional.empty();
    }

    static String json(List<String> ids) {
        try {
            return MAPPER.writeValueAsString(ids);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of ids can't be written as JSON", e);
        }
    }

    static List<String> ids(String json) {
        try {
            return List.of(MAPPER.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored scope can't be read", e);
        }
    }
}
