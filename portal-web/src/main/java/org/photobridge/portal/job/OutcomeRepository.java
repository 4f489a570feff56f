package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.security.Sight;

/** Reads outcomes: of one run, or of one person across runs. */
@ApplicationScoped
public class OutcomeRepository {

    private static final String SELECT = """
            select run_id, account_id, display_name, outcome, condition, coalesce(reason_code, '') as reason_code,
              coalesce(failure_category, '') as failure_category, coalesce(detail, '') as detail, at
            from run_outcome
            """;

    private final Jdbi jdbi;

    protected OutcomeRepository() {
        this(null);
    }

    @Inject
    public OutcomeRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One page of a run's outcomes by name. */
    public List<OutcomeRow> find(long runId, OutcomeFilter filter, int first, int size) {
        String sql = SELECT + where(filter)
                + " order by lower(display_name), account_id offset :first rows fetch next :size rows only";
        return jdbi.withHandle(handle -> bound(handle, sql, runId, filter)
                .bind("first", first)
                .bind("size", size)
                .map(ConstructorMapper.of(OutcomeRow.class))
                .list());
    }

    /** A run's outcomes behind an account id, for reading all of them page by page while the run goes on. */
    public List<OutcomeRow> after(long runId, OutcomeFilter filter, String accountId, int size) {
        String sql = SELECT + where(filter) + " and account_id > :after order by account_id fetch next :size rows only";
        return jdbi.withHandle(handle -> bound(handle, sql, runId, filter)
                .bind("after", accountId)
                .bind("size", size)
                .map(ConstructorMapper.of(OutcomeRow.class))
                .list());
    }

    public long count(long runId, OutcomeFilter filter) {
        String sql = "select count(*) from run_outcome" + where(filter);
        return jdbi.withHandle(
                handle -> bound(handle, sql, runId, filter).mapTo(Long.class).one());
    }

    /** How many people ended with which reason; only reasons that occur. */
    public Map<String, Long> reasons(long runId) {
        Map<String, Long> counts = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select coalesce(reason_code, '') as code, count(*) as people from run_outcome
                        where run_id = :run""" + inSight() + " group by coalesce(reason_code, '')")
                .bind("run", runId)
                .bindMap(Sight.current().values())
                .mapToMap()
                .forEach(row -> counts.put((String) row.get("code"), ((Number) row.get("people")).longValue())));
        return counts;
    }

    /** How many people ended how in which run; only runs and outcomes that occur. */
    Map<Long, Map<OutcomeType, Long>> counts(List<Long> runIds) {
        Map<Long, Map<OutcomeType, Long>> counts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select run_id, outcome, count(*) from run_outcome"
                        + " where run_id in (<runs>)" + inSight() + " group by run_id, outcome")
                .bindList("runs", runIds)
                .bindMap(Sight.current().values())
                .map((row, context) -> counts.computeIfAbsent(row.getLong(1), any -> new EnumMap<>(OutcomeType.class))
                        .put(OutcomeType.valueOf(row.getString(2)), row.getLong(3)))
                .list());
        return counts;
    }

    /** The latest outcomes of one person, the newest first. */
    public List<OutcomeRow> ofPerson(String accountId, int size) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where account_id = :id" + inSight()
                        + " order by at desc, run_id desc fetch next :size rows only")
                .bindMap(Sight.current().values())
                .bind("id", accountId)
                .bind("size", size)
                .map(ConstructorMapper.of(OutcomeRow.class))
                .list());
    }

    /** The latest failures, the newest first. */
    public List<OutcomeRow> latestFailures(int size) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where outcome = 'FAILED'" + inSight()
                        + " order by at desc, account_id fetch next :size rows only")
                .bindMap(Sight.current().values())
                .bind("size", size)
                .map(ConstructorMapper.of(OutcomeRow.class))
                .list());
    }

    /** Outcomes of people whom the caller may see, and of nobody else: every query of this class says so. */
    private static String inSight() {
        return Sight.current()
                .and(
                        "and exists (select 1 from run sight_run join sync_plan sight_plan on sight_plan.id = sight_run.plan_id"
                                + " where sight_run.id = run_outcome.run_id"
                                + " and sight_plan.source_connection_id = :sightConnection) and "
                                + Sight.member("run_outcome.account_id"));
    }

    private static Query bound(Handle handle, String sql, long runId, OutcomeFilter filter) {
        Query query = handle.createQuery(sql).bindMap(Sight.current().values()).bind("run", runId);
        if (!filter.outcome().isEmpty()) {
            query.bind("outcome", filter.outcome());
        }
        if (!filter.reason().isEmpty()) {
            query.bind("reason", filter.reason());
        }
        if (!filter.text().isBlank()) {
            query.bind("text", "%" + escaped(filter.text().strip().toLowerCase(Locale.ROOT)) + "%");
        }
        return query;
    }

    private static String where(OutcomeFilter filter) {
        String byOutcome = filter.outcome().isEmpty() ? "" : " and outcome = :outcome";
        String byReason = filter.reason().isEmpty() ? "" : " and reason_code = :reason";
        String byText = filter.text().isBlank() ? "" : " and lower(display_name) like :text escape '!'";
        return " where run_id = :run" + byOutcome + byReason + byText + inSight();
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
